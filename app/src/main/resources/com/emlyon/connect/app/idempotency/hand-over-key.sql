-- Lets the next attempt take over at once, also one on a node whose time is a little behind.
UPDATE store.idempotency_key
SET claimed_until = begun
WHERE id = :id AND attempt = :attempt AND status IS NULL

-- Lets the next attempt take the key over at once, even on a node whose time is a little behind.
UPDATE store.idempotency_key
SET claimed_until = begun
WHERE id = :id AND attempt = :attempt AND status IS NULL

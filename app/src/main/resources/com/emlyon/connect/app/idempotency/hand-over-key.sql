-- Lets the next attempt take over at once.
UPDATE store.idempotency_key
SET claimed_until = now()
WHERE id = :id AND attempt = :attempt AND status IS NULL

-- Stores an answer that was not stored with the facts.
UPDATE store.idempotency_key
SET account = coalesce(account, :account), status = :status, answer = :answer
WHERE id = :id AND attempt = :attempt AND status IS NULL

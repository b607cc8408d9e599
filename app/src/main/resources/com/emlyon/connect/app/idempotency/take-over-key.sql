-- Claims a key whose former attempt was interrupted and has held it for too long. What the former attempt may still do, it does
-- under its own number, and finds that it does not hold the key any more.
UPDATE store.idempotency_key
SET attempt = :attempt, claimed_until = now() + interval '30 seconds'
WHERE id = :id AND status IS NULL AND claimed_until <= now()
RETURNING account, begun, stored

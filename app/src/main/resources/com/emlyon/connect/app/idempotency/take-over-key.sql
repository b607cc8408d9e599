-- Claims a key whose former attempt was interrupted and has held it for too long. What the former attempt may still do, it does
-- under its own number, and finds that it does not hold the key any more. An attempt that is storing its facts holds the lock of the
-- row until they are committed; that is not waited for, as each request that waits keeps a connection from others.
UPDATE store.idempotency_key
SET attempt = :attempt, claimed_until = :now + interval '30 seconds'
WHERE id = (
  SELECT id FROM store.idempotency_key
  WHERE id = :id AND status IS NULL AND claimed_until <= :now
  FOR UPDATE SKIP LOCKED
)
RETURNING account, begun, stored

-- Claims a key whose former attempt was interrupted and has held it for too long. If the former attempt is still
-- running, it uses its own number, and finds that it no longer holds the key. An attempt that is storing its facts
-- holds the lock of the row until they are committed; this statement does not wait for it, as each waiting request
-- keeps a connection from others.
UPDATE store.idempotency_key
SET attempt = :attempt, claimed_until = :now + interval '30 seconds'
WHERE id = (
  SELECT id FROM store.idempotency_key
  WHERE id = :id AND status IS NULL AND claimed_until <= :now
  FOR UPDATE SKIP LOCKED
)
RETURNING account, begun, stored

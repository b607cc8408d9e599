-- Deletes a key whose request had no effect.
DELETE FROM store.idempotency_key
WHERE id = :id AND attempt = :attempt AND status IS NULL AND NOT stored

-- Deletes all keys that are older than 24 hours.
DELETE FROM store.idempotency_key
WHERE begun <= :now - interval '24 hours'

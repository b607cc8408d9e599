-- Deletes a key that is older than 24 hours, unless it has been claimed anew meanwhile.
DELETE FROM store.idempotency_key
WHERE id = :id AND begun <= :now - interval '24 hours'

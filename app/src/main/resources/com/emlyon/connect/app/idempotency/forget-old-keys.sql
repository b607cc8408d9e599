-- Forgets all keys of more than 24 hours ago.
DELETE FROM store.idempotency_key
WHERE begun <= :now - interval '24 hours'

-- Reads the state of an existing key.
SELECT fingerprint = :fingerprint AS same, status IS NOT NULL AS answered,
       claimed_until <= :now AS interrupted,
       begun <= :now - interval '24 hours' AS expired
FROM store.idempotency_key
WHERE id = :id

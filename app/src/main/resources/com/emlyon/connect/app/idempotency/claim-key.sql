-- Claims a new key. An existing one is neither locked nor written, so that a hundred requests with the same key do not
-- queue. It is looked up first, because ON CONFLICT waits for the end of a transaction that is changing the row, which
-- is the one that stores the facts.
INSERT INTO store.idempotency_key (id, account, fingerprint, attempt, begun, claimed_until)
SELECT :id, CAST(:account AS text), :fingerprint, :attempt, :now, :now + interval '30 seconds'
WHERE NOT EXISTS (SELECT FROM store.idempotency_key WHERE id = :id)
ON CONFLICT (id) DO NOTHING
RETURNING account, begun, stored

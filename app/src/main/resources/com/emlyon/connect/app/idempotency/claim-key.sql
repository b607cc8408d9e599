-- Claims a new key. One that is there already is neither locked nor written: a hundred requests with the same key do not queue.
INSERT INTO store.idempotency_key (id, account, fingerprint, attempt, begun, claimed_until)
VALUES (:id, :account, :fingerprint, :attempt, now(), now() + interval '30 seconds')
ON CONFLICT (id) DO NOTHING
RETURNING account, begun, stored

-- Opens a session for whoever has proven with this hash who they are. Locks the credentials, so that a password that is
-- being changed is either the former one, and the change ends this session too, or the new one, and there is none.
INSERT INTO store.session (id, account, started, valid_until, agent)
SELECT :id, account, :started, :validUntil, :agent
FROM store.credential
WHERE account = :account AND password_hash = :passwordHash
FOR SHARE
-- Opened already by a request that was interrupted before it was answered, and is repeated.
ON CONFLICT (id) DO UPDATE SET valid_until = excluded.valid_until WHERE session.account = excluded.account

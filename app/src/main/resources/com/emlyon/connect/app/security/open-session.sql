-- Opens a session for an account whose password was just verified against this hash. Locks the credentials against a
-- concurrent change of the password: either the hash is still the former one, and the change ends this session too, or
-- it is the new one already, and no session is opened.
INSERT INTO store.session (id, account, started, valid_until, agent)
SELECT :id, account, :started, :validUntil, :agent
FROM store.credential
WHERE account = :account AND password_hash = :passwordHash
FOR SHARE
-- The session exists already when a request is repeated that was interrupted before its response.
ON CONFLICT (id) DO UPDATE SET valid_until = excluded.valid_until WHERE session.account = excluded.account

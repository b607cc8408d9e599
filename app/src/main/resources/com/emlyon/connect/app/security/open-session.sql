-- Opens a session for whoever has proven with this hash who they are. Locks the credentials, so that a password that is
-- being changed is either the former one, and the change ends this session too, or the new one, and there is none.
INSERT INTO store.session (id, account, started, valid_until, agent)
SELECT :id, account, :started, :validUntil, :agent
FROM store.credential
WHERE account = :account AND password_hash = :passwordHash
FOR SHARE

-- What has become of the account and the session of a pass; asked with every request.
SELECT credential.email_key,
       extract(epoch FROM credential.former_tokens_end)::float8 AS former_tokens_end,
       session.id IS NOT NULL AS in_session
FROM store.credential
LEFT JOIN store.session ON session.id = :session::text AND session.account = credential.account
WHERE credential.account = :account

-- Whether the accounts and sessions of tokens still exist, in the order of the tokens. Runs for every request, once for
-- all requests that arrive at the same time.
SELECT credential.email_key,
       extract(epoch FROM credential.former_tokens_end)::float8 AS former_tokens_end,
       session.id IS NOT NULL AS in_session
FROM unnest(:accounts::text[], :sessions::text[]) WITH ORDINALITY AS pass (account, session, number)
LEFT JOIN store.credential ON credential.account = pass.account
LEFT JOIN store.session ON session.id = pass.session AND session.account = pass.account
ORDER BY pass.number

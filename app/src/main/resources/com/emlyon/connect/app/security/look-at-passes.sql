-- What has become of the accounts and the sessions of passes, in the order of the passes.
SELECT credential.email_key,
       CASE WHEN pass.session IS NULL
            THEN pass.issued > extract(epoch FROM credential.former_tokens_end)
            ELSE session.id IS NOT NULL
       END AS open
FROM unnest(:accounts::text[], :sessions::text[], :issued::bigint[])
       WITH ORDINALITY AS pass (account, session, issued, number)
LEFT JOIN store.credential ON credential.account = pass.account
LEFT JOIN store.session ON session.id = pass.session AND session.account = pass.account
ORDER BY pass.number

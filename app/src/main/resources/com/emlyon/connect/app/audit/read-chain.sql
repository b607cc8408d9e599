-- The whole trail as it was entered.
SELECT number, (extract(epoch FROM at) * 1000000)::bigint AS micros, kind, actor, subject, address, details::text AS details,
       previous, hash
FROM store.audit
ORDER BY number

-- All entries of the trail in the order of the chain, with the fields that are hashed.
SELECT number, (extract(epoch FROM at) * 1000000)::bigint AS micros, kind, actor, subject, address, details::text AS details,
       previous, hash
FROM store.audit
ORDER BY number

-- The tables of the schema store, and those of their columns that are stored and not generated. Names are quoted where
-- necessary.
SELECT quote_ident(relname) AS name,
       array_agg(quote_ident(attname) ORDER BY attnum) AS columns
FROM pg_class
  JOIN pg_namespace ON pg_namespace.oid = relnamespace
  JOIN pg_attribute ON attrelid = pg_class.oid
WHERE nspname = 'store' AND relkind = 'r' AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
GROUP BY relname
ORDER BY relname

-- The tables that are the truth, and those of their columns that are stored and not computed; names are quoted where they must be.
SELECT quote_ident(relname) AS name,
       array_agg(quote_ident(attname) ORDER BY attnum) AS columns
FROM pg_class
  JOIN pg_namespace ON pg_namespace.oid = relnamespace
  JOIN pg_attribute ON attrelid = pg_class.oid
WHERE nspname = 'store' AND relkind = 'r' AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
GROUP BY relname
ORDER BY relname

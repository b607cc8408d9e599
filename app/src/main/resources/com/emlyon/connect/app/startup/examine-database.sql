-- What the service needs of its database, and whether the role that connects has it. Flyway keeps its table in the first schema
-- of the search path; every rebuild of a view creates a schema of its own; migrations change the tables in the schema store.
SELECT current_user AS role,
       current_setting('transaction_read_only')::boolean OR pg_is_in_recovery() AS reads_only,
       current_setting('server_encoding') AS encoding,
       has_database_privilege(current_database(), 'CREATE') AS may_create_schemas,
       coalesce(current_schema(), 'public') AS schema,
       current_schema() IS NOT NULL
         AND (to_regclass('flyway_schema_history') IS NOT NULL OR has_schema_privilege(current_schema(), 'CREATE'))
         AS may_create_tables,
       coalesce(pg_has_role(facts.relowner, 'USAGE'), true) AS owns_tables,
       pg_get_userbyid(facts.relowner) AS owner
FROM (SELECT) AS always
  LEFT JOIN (
    SELECT relowner FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = 'store' AND relname = 'fact'
  ) AS facts ON true

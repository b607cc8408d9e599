-- Transactions of other sessions that hold a snapshot: while a statement runs, and from the first statement to the end when the
-- isolation is REPEATABLE READ or higher. Sessions of other roles show theirs only to members of pg_read_all_stats.
SELECT pid || ' since ' || xact_start
FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
  AND backend_xmin IS NOT NULL AND xact_start IS NOT NULL

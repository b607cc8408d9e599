-- Waits until every transaction that has appended facts has ended: each holds this lock (see V1__event_store.sql).
SELECT pg_advisory_xact_lock(7305803271947419)

CREATE UNIQUE INDEX IF NOT EXISTS check_in_by_id ON {schema}.check_in (id);
CREATE INDEX IF NOT EXISTS check_in_by_time ON {schema}.check_in (at DESC);

CREATE UNIQUE INDEX check_in_by_id ON {schema}.check_in (id);
CREATE INDEX check_in_by_time ON {schema}.check_in (at DESC);

CREATE INDEX IF NOT EXISTS account_by_name ON {schema}.account (name, id);

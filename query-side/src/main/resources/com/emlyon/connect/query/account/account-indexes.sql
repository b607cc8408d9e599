CREATE INDEX account_by_name ON {schema}.account (name, id);

CREATE INDEX IF NOT EXISTS loan_by_reader ON {schema}.loan (reader);

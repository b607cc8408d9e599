CREATE INDEX IF NOT EXISTS event_by_date ON {schema}.event (date, id);
CREATE INDEX IF NOT EXISTS event_by_creator ON {schema}.event (creator);
CREATE INDEX IF NOT EXISTS attendance_by_account ON {schema}.attendance (account);

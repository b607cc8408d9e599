CREATE INDEX event_by_date ON {schema}.event (date, id);
CREATE INDEX event_by_creator ON {schema}.event (creator);
CREATE INDEX attendance_by_account ON {schema}.attendance (account);

-- Finds whose a check-in of the past is, for those who look at it as it was.
CREATE INDEX fact_by_check_in ON store.fact ((payload ->> 'checkIn')) WHERE type = 'CheckedIn';

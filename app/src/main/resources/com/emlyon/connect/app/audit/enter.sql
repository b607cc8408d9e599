-- Enters any number of notes with one statement, so that the lock on the end of the chain is held no longer than the
-- database needs. Each array holds one column; the order of its elements is the order in which the notes are chained.
INSERT INTO store.audit (at, kind, actor, subject, address, details)
SELECT at::timestamptz, kind, actor, subject, address, details::json
FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
  WITH ORDINALITY AS noted (at, kind, actor, subject, address, details, place)
ORDER BY place

-- Enters any number of notes with one statement, so that nobody waits longer for the end of the chain than the database needs.
-- Each array holds one column, in the order in which they are to be chained.
INSERT INTO store.audit (at, kind, actor, subject, address, details)
SELECT at::timestamptz, kind, actor, subject, address, details::json
FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
  WITH ORDINALITY AS noted (at, kind, actor, subject, address, details, place)
ORDER BY place

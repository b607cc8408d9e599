-- Appends the facts of any number of commands with one statement: one turn in the order of history, one commit.
-- Each array holds one column, in the order in which the facts are to lie.
INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
SELECT stream, sequence, stream_type, id::uuid, type, revision, payload::jsonb, metadata::jsonb, recorded_at::timestamptz
FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
  WITH ORDINALITY
  AS appended (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at, number)
ORDER BY number
RETURNING position

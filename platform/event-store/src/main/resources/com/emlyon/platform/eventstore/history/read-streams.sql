-- The facts of a few streams in the order of history, up to a position, and up to the first of them that was recorded after
-- an instant, in the milliseconds in which instants are told. First the streams are read, which their index finds; never all of history in the order of its positions.
WITH fact AS MATERIALIZED (
  SELECT position, stream, type, revision, payload, recorded_at
  FROM store.fact
  WHERE stream = ANY (:streams) AND type = ANY (:types) AND position <= :position
)
SELECT position, stream, type, revision, payload::text AS payload
FROM fact
WHERE position < coalesce(
  (SELECT min(position) FROM fact WHERE date_trunc('milliseconds', recorded_at) > :recorded_up_to),
  9223372036854775807)
ORDER BY position

-- Moves the checkpoints of the generation that serves and of the one that is ready, from the position that the caller
-- expects, if they are still there and no other transaction has locked them. Until the transaction ends, no other one
-- can move them. Moves nothing when newer code has made one of the two generations: this code must not write into it,
-- and it must not fall behind the other one.
WITH claimed AS (
  SELECT generation
  FROM view.generation AS serving
  WHERE projection = :projection AND generation = :generation AND state = 'SERVING' AND position = :from
    AND NOT EXISTS (SELECT FROM view.generation AS other
                    WHERE other.projection = :projection AND other.state IN ('SERVING', 'READY') AND other.version > :version)
  FOR UPDATE SKIP LOCKED
)
UPDATE view.generation AS moved
SET position = :to, failure = NULL
WHERE projection = :projection AND state IN ('SERVING', 'READY') AND position = :from AND EXISTS (SELECT FROM claimed)
RETURNING generation, version, state,
  ARRAY(SELECT DISTINCT stream FROM view.parked AS parked
        WHERE parked.projection = moved.projection AND parked.generation = moved.generation) AS parked

-- Moves the generation that serves, and with it the one that is ready, from where the caller believes them to be, if they
-- are still there and no other transaction is about to move them. Until the transaction ends no other can.
-- Tables that newer code has made are not moved, and are not left behind.
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

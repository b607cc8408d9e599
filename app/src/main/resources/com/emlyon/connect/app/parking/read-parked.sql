-- Reads the facts that generations of a projection have parked, in the order of history: those of the generation that
-- readers see, and of the one that is being built. The position is null for all streams; otherwise only the stream of
-- the fact at that position is read.
SELECT parked.position, parked.stream, fact.type, parked.failure, parked.parked_at, generation.generation, generation.state
FROM view.parked AS parked
  JOIN view.generation AS generation USING (projection, generation)
  JOIN store.fact AS fact ON fact.position = parked.position
WHERE parked.projection = :projection
  AND (:position::bigint IS NULL
    OR parked.stream IN (SELECT stream FROM view.parked WHERE projection = :projection AND position = :position))
ORDER BY generation.state <> 'SERVING', parked.position

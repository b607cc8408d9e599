-- Locks all generations of a projection until the transaction ends, so that no processor moves their checkpoints
-- meanwhile, in the order in which a processor locks them. Locks none when newer code has made tables of the
-- projection, because only newer code may write those.
SELECT generation, version, state, position
FROM view.generation AS locked
WHERE projection = :projection
  AND NOT EXISTS (SELECT FROM view.generation AS other
                  WHERE other.projection = locked.projection AND other.version > :version)
ORDER BY generation
FOR UPDATE

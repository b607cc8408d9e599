-- Keeps all generations of a projection where they are until the transaction ends: nobody takes a turn meanwhile. Locked
-- in the order in which a turn locks them. None where newer code has made tables, which only newer code may write.
SELECT generation, version, state, position
FROM view.generation AS locked
WHERE projection = :projection
  AND NOT EXISTS (SELECT FROM view.generation AS other
                  WHERE other.projection = locked.projection AND other.version > :version)
ORDER BY generation
FOR UPDATE

-- Inserts a new generation without rows, with a number that was never used before.
WITH counted AS (
  INSERT INTO view.generation_count AS count (projection, made) VALUES (:projection, 1)
  ON CONFLICT (projection) DO UPDATE SET made = count.made + 1
  RETURNING made
)
INSERT INTO view.generation (projection, generation, version, state, position, facts_total)
SELECT :projection, made, :version, :state, 0, :facts FROM counted
RETURNING projection, generation, version, state, position

-- The tables that serve, their checkpoints, and the facts that they lack: all from one snapshot.
SELECT projection, generation, version, position, discarded,
  ARRAY(SELECT parked.position FROM view.parked AS parked
        WHERE parked.projection = serving.projection AND parked.generation = serving.generation AND failure IS NOT NULL
        ORDER BY parked.position) AS failed,
  ARRAY(SELECT DISTINCT stream FROM view.parked AS parked
        WHERE parked.projection = serving.projection AND parked.generation = serving.generation) AS parked_streams
FROM view.generation AS serving
WHERE state = 'SERVING' AND projection = ANY (:projections)

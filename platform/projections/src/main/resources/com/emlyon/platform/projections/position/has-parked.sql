-- Whether the serving generation of one of these projections has parked a fact of one command. :position is that of the
-- command's last fact; its few other facts directly precede it.
SELECT EXISTS (
  SELECT FROM view.parked AS parked
    JOIN view.generation AS generation USING (projection, generation)
    JOIN store.fact AS fact ON fact.position = parked.position
    JOIN store.fact AS last ON last.position = :position
  WHERE generation.state = 'SERVING' AND parked.projection = ANY (:projections)
    AND parked.position BETWEEN :position - 10 AND :position
    AND (fact.position = last.position OR fact.metadata ->> 'commandId' = last.metadata ->> 'commandId')
)

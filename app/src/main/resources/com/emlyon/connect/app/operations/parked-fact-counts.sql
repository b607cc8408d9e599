-- Counts, for each projection, the parked facts that readers miss; those of tables that are being built are not missed
-- yet.
SELECT projection, count(*) AS facts
FROM view.parked JOIN view.generation USING (projection, generation)
WHERE state = 'SERVING'
GROUP BY projection

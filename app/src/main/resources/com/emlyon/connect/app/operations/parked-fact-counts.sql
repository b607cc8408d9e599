-- How many facts each projection has parked that readers miss; those of tables that are being built are missed by nobody yet.
SELECT projection, count(*) AS facts
FROM view.parked JOIN view.generation USING (projection, generation)
WHERE state = 'SERVING'
GROUP BY projection

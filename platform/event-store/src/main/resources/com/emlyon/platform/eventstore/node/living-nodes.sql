SELECT id, version, serves_requests, started_at, seen_at, master_keys FROM store.node
WHERE seen_at >= clock_timestamp() - interval '10 seconds'
ORDER BY started_at, id

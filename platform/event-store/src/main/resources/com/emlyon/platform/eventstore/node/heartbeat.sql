-- Takes the time of the database, so that the clocks of nodes need not agree. If the row of a living node was deleted,
-- it is inserted again.
WITH long_dead AS (
  DELETE FROM store.node WHERE seen_at < clock_timestamp() - interval '1 day' AND id <> :id
)
INSERT INTO store.node (id, version, serves_requests, started_at, seen_at, master_keys)
VALUES (:id, :version, :servesRequests, clock_timestamp(), clock_timestamp(), :masterKeys)
ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at

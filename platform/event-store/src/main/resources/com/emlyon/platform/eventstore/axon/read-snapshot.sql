-- The newest snapshot of one aggregate.
SELECT stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at
FROM store.snapshot
WHERE stream = ?

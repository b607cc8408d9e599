-- The facts of one aggregate from a sequence on.
SELECT position, stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at
FROM store.fact
WHERE stream = ? AND sequence >= ?
ORDER BY sequence
LIMIT ?

-- The facts after a position, in order. Positions follow the order of commits, so what lies behind is complete.
SELECT position, stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at
FROM store.fact
WHERE position > ?
ORDER BY position
LIMIT ?

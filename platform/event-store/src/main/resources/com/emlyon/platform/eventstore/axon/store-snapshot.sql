-- Keeps the newest snapshot of an aggregate; one that comes late does not replace a newer one.
INSERT INTO store.snapshot (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
VALUES (?, ?, ?, ?::uuid, ?, ?, ?::jsonb, ?::jsonb, ?::timestamptz)
ON CONFLICT (stream) DO UPDATE
SET sequence = excluded.sequence, stream_type = excluded.stream_type, id = excluded.id, type = excluded.type,
    revision = excluded.revision, payload = excluded.payload, metadata = excluded.metadata,
    recorded_at = excluded.recorded_at
WHERE store.snapshot.sequence < excluded.sequence OR store.snapshot.revision <> excluded.revision

-- Reads one page of the facts of one aggregate: those after a sequence, in order.
SELECT position, sequence, id, type, revision, payload, recorded_at,
       payload ->> 'at'         AS at,
       metadata ->> 'actor'     AS actor,
       metadata ->> 'command'   AS command,
       metadata ->> 'commandId' AS command_id,
       metadata ->> 'cause'     AS cause
FROM store.fact
WHERE stream = ? AND sequence > ?
ORDER BY sequence
LIMIT ?

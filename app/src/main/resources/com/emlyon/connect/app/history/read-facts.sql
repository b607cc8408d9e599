-- Reads the facts at some positions, in the order of history.
SELECT position, sequence, id, type, revision, payload, recorded_at,
       payload ->> 'at'         AS at,
       metadata ->> 'actor'     AS actor,
       metadata ->> 'command'   AS command,
       metadata ->> 'commandId' AS command_id,
       metadata ->> 'cause'     AS cause
FROM store.fact
WHERE position = ANY (?)
ORDER BY position

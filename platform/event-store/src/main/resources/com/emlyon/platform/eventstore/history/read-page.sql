-- The next facts of some types behind a position, and how far history goes: all of it from one snapshot.
SELECT head.position AS head, fact.position, fact.stream, fact.type, fact.revision, fact.payload::text AS payload,
  fact.metadata ->> 'commandId' AS decision
FROM (SELECT least(coalesce(max(position), 0), :end) AS position FROM store.fact) AS head
  LEFT JOIN LATERAL (
    SELECT position, stream, type, revision, payload, metadata
    FROM store.fact
    WHERE position > :after AND position <= head.position AND type = ANY (:types)
    ORDER BY position
    LIMIT :most
  ) AS fact ON true

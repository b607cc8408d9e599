-- How far each processor and each projection is behind: from the oldest fact that concerns it and lies behind its position, to the head of
-- history. A position may trail for about a second behind facts that do not concern the processor, which is no lag.
-- The parameter holds the types of fact that concern each processor: {"check-ins": ["CheckedIn", …], …}.
SELECT interest.processor,
       coalesce(head.position - oldest.position + 1, 0) AS facts,
       coalesce(greatest(extract(epoch FROM now() - oldest.recorded_at), 0), 0) AS seconds
FROM (SELECT key AS processor, array(SELECT jsonb_array_elements_text(value)) AS types FROM jsonb_each(?::jsonb)) AS interest
  CROSS JOIN (SELECT max(position) AS position FROM store.fact) AS head
  LEFT JOIN (
    -- While a processor reads history again, the position stands inside another token.
    SELECT processor,
           min(coalesce(token::jsonb ->> 'globalIndex', token::jsonb #>> '{currentToken,globalIndex}', '0')::bigint) AS position
    FROM store.token
    GROUP BY processor
    UNION ALL
    SELECT projection, position FROM view.generation WHERE state = 'SERVING'
  ) AS reached ON reached.processor = interest.processor
  LEFT JOIN LATERAL (
    SELECT position, recorded_at
    FROM store.fact
    WHERE position > coalesce(reached.position, 0) AND type = ANY (interest.types)
    ORDER BY position
    LIMIT 1
  ) AS oldest ON true

-- How far each projection and each reaction is, as readers see it: up to the oldest fact that concerns it and that
-- it has not processed, or up to the last fact of history when none is missing. The stored position may be behind facts
-- that do not concern it; that does not count as lag.
-- :types has the types of fact that concern each of them: {"check-ins": ["CheckedIn", …], …}; :most is how many
-- missing facts are counted at most.
SELECT subscribed.name,
       coalesce(head.position, 0) AS head,
       coalesce(oldest.position - 1, head.position, 0) AS position,
       CASE WHEN oldest.position IS NULL THEN 0 ELSE (
         SELECT count(*)
         FROM (SELECT FROM store.fact WHERE position >= oldest.position AND type = ANY (subscribed.types) LIMIT :most) AS missing
       ) END AS missing,
       coalesce(greatest(extract(epoch FROM now() - oldest.recorded_at), 0), 0) AS seconds,
       coalesce(serving.generation, 0) AS generation,
       serving.failure IS NOT NULL OR build.failure IS NOT NULL AS failed,
       build.started_at, build.facts_done, greatest(build.facts_total, build.facts_done) AS facts_total,
       -- The rate is null when the build has not moved for ten seconds.
       CASE WHEN build.failure IS NULL AND build.moved_at > now() - interval '10 seconds' THEN build.pace END AS pace
FROM (SELECT key AS name, array(SELECT jsonb_array_elements_text(value)) AS types FROM jsonb_each(:types::jsonb)) AS subscribed
  CROSS JOIN (SELECT max(position) AS position FROM store.fact) AS head
  LEFT JOIN view.generation AS serving ON serving.projection = subscribed.name AND serving.state = 'SERVING'
  LEFT JOIN view.generation AS build ON build.projection = subscribed.name AND build.state <> 'SERVING'
  LEFT JOIN LATERAL (
    SELECT position, recorded_at
    FROM store.fact
    WHERE position > coalesce(serving.position, 0) AND type = ANY (subscribed.types)
    ORDER BY position
    LIMIT 1
  ) AS oldest ON true
ORDER BY subscribed.name

-- Moves the checkpoint of a generation that is being built by one portion, from the position that the caller expects.
-- The first portion after a build was continued does not count for the pace, because the time of its beginning is not
-- known.
UPDATE view.generation
SET position = :to, facts_done = facts_done + :facts, failure = NULL, moved_at = clock_timestamp(),
    pace = CASE WHEN moved_at IS NULL OR :facts = 0 THEN pace
                ELSE coalesce(0.6 * pace, 0)
                  + CASE WHEN pace IS NULL THEN 1 ELSE 0.4 END
                  * :facts / greatest(extract(epoch FROM clock_timestamp() - moved_at), 0.001)
           END
WHERE projection = :projection AND generation = :generation AND state = 'BUILDING' AND position = :from

-- Reactions (rules between aggregates, deletion of former pictures) have their checkpoints where projections have theirs. They begin
-- where Axon's processors of the same names were; facts that come twice do nothing. Nodes of a former version go on with store.token.
INSERT INTO view.generation (projection, generation, version, state, position)
SELECT processor, 1, 1, 'SERVING',
       coalesce((token::jsonb ->> 'globalIndex')::bigint, (token::jsonb #>> '{currentToken,globalIndex}')::bigint, 0)
FROM store.token
WHERE processor IN ('rules', 'avatars') AND segment = 0
ON CONFLICT DO NOTHING;

INSERT INTO view.generation_count (projection, made)
SELECT projection, 1 FROM view.generation WHERE projection IN ('rules', 'avatars')
ON CONFLICT DO NOTHING;

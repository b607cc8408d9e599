-- The picture that each existing account has chosen last.
SELECT DISTINCT ON (fact.stream) fact.payload ->> 'avatarUrl'
FROM store.fact JOIN store.credential ON credential.account = fact.stream
WHERE fact.type = 'AvatarChanged'
ORDER BY fact.stream, fact.sequence DESC

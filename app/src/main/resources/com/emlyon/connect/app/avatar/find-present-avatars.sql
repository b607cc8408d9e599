-- The picture that each account has chosen last, of those that there are.
SELECT DISTINCT ON (fact.stream) fact.payload ->> 'avatarUrl'
FROM store.fact JOIN store.credential ON credential.account = fact.stream
WHERE fact.type = 'AvatarChanged'
ORDER BY fact.stream, fact.sequence DESC

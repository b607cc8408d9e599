-- Facts behind a position of a revision in which they said plainly what they say sealed now, and whose words they are.
SELECT position, type, revision, payload,
       coalesce(payload ->> 'account', payload ->> 'creator',
                (SELECT created.payload ->> 'creator' FROM store.fact AS created
                 WHERE created.stream = fact.stream AND created.type = 'EventCreated')) AS person
FROM store.fact AS fact
WHERE position > ?
  AND (type, revision) IN (('AccountRegistered', '1'), ('AccountRenamed', '1'), ('CheckedIn', '1'), ('CheckedIn', '2'),
                           ('EventCreated', '1'), ('EventUpdated', '1'))
ORDER BY position
LIMIT ?

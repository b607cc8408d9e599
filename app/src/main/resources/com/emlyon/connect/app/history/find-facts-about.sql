-- Where in history lies all that was ever decided about a student, in order: the facts of their account and presence, the claim of
-- their address, and of campus events those that they have created, and their joining and leaving.
WITH part AS (
  SELECT position, stream, type FROM store.fact
  WHERE type IN ('EventCreated', 'EventJoined', 'EventLeft')
    AND coalesce(payload ->> 'account', payload ->> 'creator') = :account
), about AS (
  SELECT position FROM store.fact WHERE stream IN (:account, 'presence-' || :account)
  UNION
  SELECT position FROM part
  UNION
  SELECT position FROM store.fact
  WHERE stream IN (SELECT stream FROM part WHERE type = 'EventCreated') AND type IN ('EventUpdated', 'EventCancelled')
  UNION
  SELECT claim.position FROM store.fact AS registered
    JOIN store.fact AS claim ON claim.stream = 'email-' || (registered.payload ->> 'emailKey')
  WHERE registered.stream = :account AND registered.type = 'AccountRegistered' AND claim.payload ->> 'account' = :account
)
SELECT position FROM about ORDER BY position

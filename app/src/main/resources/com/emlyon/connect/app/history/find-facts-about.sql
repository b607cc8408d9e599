-- Finds the positions of all facts about a student, in order. Each type of fact declares to whom it is exported
-- (@ExportedTo): those in :named contain the student's id, those in :of_creator are in the stream of a campus event
-- that the student has created, as its first fact says, and those in :of_holder are about the address with which the
-- student has registered. The streams of the student's account and presence are included as a whole, even facts of
-- types that the code no longer has.
WITH named AS (
  SELECT position, stream, sequence FROM store.fact
  WHERE type IN (:named) AND coalesce(payload ->> 'account', payload ->> 'creator') = :account
), about AS (
  SELECT position FROM store.fact WHERE stream IN (:account, 'presence-' || :account)
  UNION
  SELECT position FROM named
  UNION
  SELECT position FROM store.fact
  WHERE stream IN (SELECT stream FROM named WHERE sequence = 0) AND type IN (:of_creator)
  UNION
  SELECT claim.position FROM store.fact AS registered
    JOIN store.fact AS claim ON claim.stream = 'email-' || (registered.payload ->> 'emailKey')
  WHERE registered.stream = :account AND claim.type IN (:of_holder) AND claim.payload ->> 'account' = :account
)
SELECT position FROM about ORDER BY position

-- Where in history lies all that was ever decided about a student, in order. Each type of fact declares to whom it is exported
-- (@ExportedTo): :named names them, :of_creator lies in the stream of a campus event that they have created, as its first fact says,
-- and :of_holder tells of the address with which they have registered. The streams of their account and presence are theirs as a
-- whole, also what lies there from code that is no more.
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

-- Ends the sessions of an account, and the tokens that name none.
WITH theirs AS (
  UPDATE store.credential SET former_tokens_end = greatest(former_tokens_end, :moment)
  WHERE account = :account
  RETURNING account)
DELETE FROM store.session USING theirs WHERE session.account = theirs.account

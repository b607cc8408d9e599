-- Ends all sessions of an account, and revokes its tokens without a session that were issued up to :moment.
WITH theirs AS (
  UPDATE store.credential SET former_tokens_end = greatest(former_tokens_end, :moment)
  WHERE account = :account
  RETURNING account)
DELETE FROM store.session USING theirs WHERE session.account = theirs.account

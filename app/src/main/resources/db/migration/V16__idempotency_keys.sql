-- The keys (header Idempotency-Key) of the last 24 hours. Not history: all of an account's goes with the account.
CREATE TABLE store.idempotency_key (
  id            bytea       PRIMARY KEY, -- HMAC of the key and of whose it is; the key itself is nowhere
  account       text        REFERENCES store.credential (account) ON DELETE CASCADE, -- NULL: of a stranger, not known yet
  fingerprint   bytea       NOT NULL, -- HMAC of method, path and body: the same key is good for the same request only
  attempt       uuid        NOT NULL, -- who serves it; an attempt whose number does not stand here any more stores nothing
  begun         timestamptz NOT NULL,
  claimed_until timestamptz NOT NULL, -- from then on another attempt may take over what was interrupted
  stored        boolean     NOT NULL DEFAULT false, -- set in the transaction of the facts
  status        smallint,
  answer        text, -- the body, sealed with the key of the account
  CONSTRAINT idempotency_key_is_answered_or_not CHECK ((status IS NULL) = (answer IS NULL))
);
CREATE INDEX idempotency_key_by_account ON store.idempotency_key (account);
CREATE INDEX idempotency_key_by_begin ON store.idempotency_key (begun);

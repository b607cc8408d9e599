-- How often something may still be tried: token buckets, shared by all nodes. May be emptied at any time, which forgives all.
CREATE TABLE store.bucket (
  id         text   PRIMARY KEY, -- what is tried, and a hash of who tries it
  state      bytea,
  expires_at bigint              -- in milliseconds since 1970; it is full again by then
);
CREATE INDEX bucket_by_end ON store.bucket (expires_at);

-- From where the holder of an account has logged in before. Guesses from elsewhere cannot keep them out.
CREATE TABLE store.known_address (
  account text        NOT NULL REFERENCES store.credential (account) ON DELETE CASCADE,
  address text        NOT NULL, -- a hash
  used    timestamptz NOT NULL,
  PRIMARY KEY (account, address)
);

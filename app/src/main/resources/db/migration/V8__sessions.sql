-- Sessions: who is logged in. Not history: what ends is deleted, and all of it goes with the account.
CREATE TABLE store.session (
  id          text        PRIMARY KEY, -- random; stands in the token
  account     text        NOT NULL REFERENCES store.credential (account) ON DELETE CASCADE,
  started     timestamptz NOT NULL,
  valid_until timestamptz NOT NULL, -- the end of the token
  agent       text                  -- the beginning of the User-Agent with which it began
);
CREATE INDEX session_by_account ON store.session (account, started);
CREATE INDEX session_by_end ON store.session (valid_until);

-- Tokens of the original service name no session; of those, the ones issued up to this moment are dead.
ALTER TABLE store.credential ADD COLUMN former_tokens_end timestamptz NOT NULL DEFAULT '-infinity';

-- Tickets: what a page opens a socket with instead of its token. Each is good once, for seconds.
CREATE TABLE store.ticket (
  hash        bytea       PRIMARY KEY, -- SHA-256; the ticket itself is nowhere
  account     text        NOT NULL REFERENCES store.credential (account) ON DELETE CASCADE,
  session     text        REFERENCES store.session (id) ON DELETE CASCADE, -- NULL for a token that names none
  issued      bigint      NOT NULL, -- of the token that it stands for, in seconds since 1970; 0 when that has a session
  expires     bigint      NOT NULL, -- the end of that token, likewise
  number      bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  valid_until timestamptz NOT NULL
);
CREATE INDEX ticket_by_account ON store.ticket (account, number);
CREATE INDEX ticket_by_session ON store.ticket (session);
CREATE INDEX ticket_by_end ON store.ticket (valid_until);

-- Tells every node, at the moment of the commit, whose sessions it should look at again, by whatever program they ended.
CREATE FUNCTION store.tell_of_ended_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('session_ended', account) FROM (SELECT DISTINCT account FROM former) AS theirs;
  RETURN NULL;
END $$;

CREATE TRIGGER ended_sessions_are_told AFTER DELETE ON store.session
  REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION store.tell_of_ended_sessions();

CREATE TRIGGER forgotten_credentials_are_told AFTER DELETE ON store.credential
  REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION store.tell_of_ended_sessions();

CREATE TRIGGER changed_credentials_are_told AFTER UPDATE ON store.credential
  REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION store.tell_of_ended_sessions();

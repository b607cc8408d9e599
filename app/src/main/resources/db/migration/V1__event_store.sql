-- The event store: what happened, in the order in which it became true, for ever.
CREATE SCHEMA IF NOT EXISTS store;

CREATE TABLE store.fact (
  -- Dense (1, 2, 3, …) and ascending in the order of commits; see facts_take_their_turn below.
  position    bigint      GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME store.fact_position) PRIMARY KEY,
  stream      text        NOT NULL, -- the aggregate that decided
  sequence    bigint      NOT NULL, -- 0, 1, 2, … within the stream
  stream_type text        NOT NULL, -- what kind of aggregate: Account, Presence, CampusEvent, …
  id          uuid        NOT NULL,
  type        text        NOT NULL, -- what kind of fact: CheckedIn, EventJoined, …; never a class name
  revision    text        NOT NULL, -- which shape of that kind
  payload     jsonb       NOT NULL,
  metadata    jsonb       NOT NULL, -- actor, command, commandId, cause
  recorded_at timestamptz NOT NULL,
  -- Two commands that decided on the same state cannot both be right: the second one is refused here.
  CONSTRAINT fact_has_its_place_in_the_stream UNIQUE (stream, sequence),
  CONSTRAINT fact_is_recorded_once UNIQUE (id)
);

-- Order. Whoever inserts, by whatever program, first takes a lock that is held until its transaction ends, and is given
-- the positions that follow the last committed one. So no fact can appear behind a reader that has already passed its
-- position, however long a transaction stays open and whatever the clocks say; and positions have no gaps, because the
-- sequence is set back to the last committed position by the next one in turn.
CREATE FUNCTION store.take_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7305803271947419);
  PERFORM setval('store.fact_position', coalesce((SELECT max(position) FROM store.fact), 0) + 1, false);
  RETURN NULL;
END $$;

CREATE TRIGGER facts_take_their_turn BEFORE INSERT ON store.fact
  FOR EACH STATEMENT EXECUTE FUNCTION store.take_turn();

-- Wakes whoever follows the history, on every node, at the moment of the commit.
CREATE FUNCTION store.tell_listeners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('facts', '');
  RETURN NULL;
END $$;

CREATE TRIGGER facts_are_told AFTER INSERT ON store.fact
  FOR EACH STATEMENT EXECUTE FUNCTION store.tell_listeners();

-- Append-only: the past is not changed, by nobody.
CREATE FUNCTION store.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'store.fact is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER facts_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON store.fact
  FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();

-- The newest remembered state of a long stream; may be deleted at any time, it only saves reading.
CREATE TABLE store.snapshot (
  stream      text        PRIMARY KEY,
  sequence    bigint      NOT NULL,
  stream_type text        NOT NULL,
  id          uuid        NOT NULL,
  type        text        NOT NULL,
  revision    text        NOT NULL,
  payload     jsonb       NOT NULL,
  metadata    jsonb       NOT NULL,
  recorded_at timestamptz NOT NULL
);

-- How far each processor has read, and which node reads for it. Written in the same transaction as what it wrote.
CREATE TABLE store.token (
  processor  text    NOT NULL,
  segment    integer NOT NULL,
  token      text,
  token_type text,
  claimed_at text,
  owner      text,
  PRIMARY KEY (processor, segment)
);

-- Who may log in. Not history: forgotten with the account.
CREATE TABLE store.credential (
  account       text PRIMARY KEY,
  email_key     text NOT NULL UNIQUE,
  password_hash text NOT NULL
);

-- Keys that every node must share and that never change, made by the first node that needs one.
CREATE TABLE store.key (
  name  text  PRIMARY KEY,
  value bytea NOT NULL
);

-- What the rules between aggregates remember.
CREATE TABLE store.involvement (
  account text    NOT NULL,
  event   text    NOT NULL,
  creator boolean NOT NULL,
  PRIMARY KEY (account, event)
);
CREATE INDEX involvement_by_event ON store.involvement (event);

CREATE TABLE store.deleted_account (
  account text PRIMARY KEY
);

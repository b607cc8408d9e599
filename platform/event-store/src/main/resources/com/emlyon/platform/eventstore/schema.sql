-- The tables of the event store. Nothing is changed that exists already.
CREATE SCHEMA IF NOT EXISTS store;

-- What happened, in the order in which it became true, for ever.
CREATE TABLE IF NOT EXISTS store.fact (
  -- Dense (1, 2, 3, …) and ascending in the order of commits; see facts_take_their_turn below.
  position    bigint      GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME store.fact_position) PRIMARY KEY,
  stream      text        NOT NULL, -- the aggregate that decided
  sequence    bigint      NOT NULL, -- 0, 1, 2, … within the stream
  stream_type text        NOT NULL, -- what kind of aggregate
  id          uuid        NOT NULL,
  type        text        NOT NULL, -- what kind of fact; never a class name
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
CREATE OR REPLACE FUNCTION store.take_turn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7305803271947419);
  PERFORM setval('store.fact_position', coalesce((SELECT max(position) FROM store.fact), 0) + 1, false);
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER facts_take_their_turn BEFORE INSERT ON store.fact
  FOR EACH STATEMENT EXECUTE FUNCTION store.take_turn();

-- Wakes whoever follows the history, on every node, at the moment of the commit.
CREATE OR REPLACE FUNCTION store.tell_listeners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('facts', '');
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER facts_are_told AFTER INSERT ON store.fact
  FOR EACH STATEMENT EXECUTE FUNCTION store.tell_listeners();

-- Append-only: the past is not changed, by nobody.
CREATE OR REPLACE FUNCTION store.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'store.fact is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE TRIGGER facts_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON store.fact
  FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();

-- The newest remembered state of a long stream; may be deleted at any time, it only saves reading.
CREATE TABLE IF NOT EXISTS store.snapshot (
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

-- How far each of Axon's processors has read, and which node reads for it. Written in the same transaction as what it wrote.
CREATE TABLE IF NOT EXISTS store.token (
  processor  text    NOT NULL,
  segment    integer NOT NULL,
  token      text,
  token_type text,
  claimed_at text,
  owner      text,
  PRIMARY KEY (processor, segment)
);

-- Keys that every node must share and that never change, made by the first node that needs one.
CREATE TABLE IF NOT EXISTS store.key (
  name   text  PRIMARY KEY,
  value  bytea NOT NULL, -- wrapped by the master key
  master text            -- the name of that master key
);

-- The keys with which everything that facts say about persons is sealed. Wrapped by the master key, which is not in here.
CREATE TABLE IF NOT EXISTS store.person_key (
  person  text PRIMARY KEY,
  master  text,             -- the name of the master key that wraps it
  wrapped bytea,            -- NULL: destroyed, for ever
  CONSTRAINT person_key_is_there_or_destroyed CHECK ((master IS NULL) = (wrapped IS NULL))
);

-- Every node looks often whether all keys are wrapped by master keys that it knows.
CREATE INDEX IF NOT EXISTS person_key_by_master ON store.person_key (master);

-- What has been destroyed stays so: no other key is ever made for somebody who has gone. A key neither goes by TRUNCATE,
-- which asks no trigger of rows, nor becomes that of somebody else.
CREATE OR REPLACE FUNCTION store.refuse_to_revive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.person <> NEW.person OR (OLD.wrapped IS NULL AND NEW.wrapped IS NOT NULL) THEN
    RAISE EXCEPTION 'a destroyed key stays destroyed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER destroyed_keys_stay BEFORE UPDATE OR DELETE ON store.person_key
  FOR EACH ROW EXECUTE FUNCTION store.refuse_to_revive();

CREATE OR REPLACE TRIGGER keys_are_not_truncated BEFORE TRUNCATE ON store.person_key
  FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_to_revive();

-- Tells every node to forget a key, and what it has opened with it, at the moment of the commit.
CREATE OR REPLACE FUNCTION store.tell_of_destroyed_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('key_destroyed', NEW.person);
  RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER destroyed_keys_are_told AFTER INSERT OR UPDATE ON store.person_key
  FOR EACH ROW WHEN (NEW.wrapped IS NULL) EXECUTE FUNCTION store.tell_of_destroyed_key();

-- The processes that work on this database, and which master keys they know: by name, which tells nothing about a key.
CREATE TABLE IF NOT EXISTS store.node (
  id              text PRIMARY KEY, -- made anew at each start of a process
  version         text NOT NULL,
  serves_requests boolean NOT NULL, -- false: a command beside the service
  started_at      timestamptz NOT NULL,
  seen_at         timestamptz NOT NULL, -- the last heartbeat; a row without one for ten seconds is that of a dead process
  master_keys     text[] NOT NULL
);

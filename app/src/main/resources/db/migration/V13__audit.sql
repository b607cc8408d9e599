-- The audit trail: what happened that matters to security, each entry chained to the one before it. Whose data it is about is
-- told by ids alone; addresses are hashes with a key.
CREATE TABLE store.audit (
  number   bigint      PRIMARY KEY, -- 1, 2, 3, … without gaps, in the order of commits; given below
  at       timestamptz NOT NULL,    -- by the clock of whoever entered it
  kind     text        NOT NULL,
  actor    text,                    -- the account that did it, or "operator"
  subject  text,                    -- what it was done to: an account, an event, a stream, a projection
  address  text,                    -- from where, as a hash
  details  json        NOT NULL,    -- json, not jsonb: it is hashed as it was written
  previous bytea       NOT NULL,    -- the hash of the entry before it; empty for the first one
  hash     bytea       NOT NULL,
  -- What is hashed is told apart by line breaks, and nothing is told as an empty line.
  CONSTRAINT audit_fields_are_lines CHECK (
    kind ~ '^[A-Z_]+$' AND actor ~ '^[^\n]+$' AND subject ~ '^[^\n]+$' AND address ~ '^[^\n]+$'
    AND details::text ~ '^[^\n]+$')
);
CREATE INDEX audit_by_kind ON store.audit (kind, number);
CREATE INDEX audit_by_actor ON store.audit (actor, number);
CREATE INDEX audit_by_subject ON store.audit (subject, number);
CREATE INDEX audit_by_moment ON store.audit (at);

-- Where the chain ends. Whoever enters something locks this row until the end of the transaction, on whatever node: so entries
-- are numbered and chained in the order of commits. Kept apart from the entries, it also tells when the last ones are missing.
CREATE TABLE store.audit_end (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  number bigint  NOT NULL,
  hash   bytea   NOT NULL
);
INSERT INTO store.audit_end (number, hash) VALUES (0, '');

-- Chains whatever is entered, by whatever program; the service computes the same when it verifies the chain.
CREATE FUNCTION store.chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT number + 1, hash INTO STRICT NEW.number, NEW.previous FROM store.audit_end FOR UPDATE;
  NEW.hash := sha256(convert_to(
    encode(NEW.previous, 'hex')
      || E'\n' || NEW.number
      || E'\n' || (extract(epoch FROM NEW.at) * 1000000)::bigint
      || E'\n' || NEW.kind
      || E'\n' || coalesce(NEW.actor, '')
      || E'\n' || coalesce(NEW.subject, '')
      || E'\n' || coalesce(NEW.address, '')
      || E'\n' || NEW.details::text,
    'UTF8'));
  UPDATE store.audit_end SET number = NEW.number, hash = NEW.hash;
  RETURN NEW;
END $$;

CREATE TRIGGER audit_is_chained BEFORE INSERT ON store.audit
  FOR EACH ROW EXECUTE FUNCTION store.chain_audit();

-- Append-only, as the facts are; the end moves with a new entry, and in no other way.
CREATE FUNCTION store.refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'audit_end' AND TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'store.% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON store.audit
  FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change_of_audit();

CREATE TRIGGER audit_end_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON store.audit_end
  FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change_of_audit();

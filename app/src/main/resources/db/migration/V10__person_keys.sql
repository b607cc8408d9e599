-- The keys with which everything that facts say about persons is sealed. Wrapped by the master key, which is not in here.
CREATE TABLE store.person_key (
  person  text PRIMARY KEY, -- the id of the account
  master  text,             -- the name of the master key that wraps it
  wrapped bytea,            -- NULL: destroyed, for ever
  CONSTRAINT person_key_is_there_or_destroyed CHECK ((master IS NULL) = (wrapped IS NULL))
);

-- What has been destroyed stays so: no other key is ever made for somebody who has gone.
CREATE FUNCTION store.refuse_to_revive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR (OLD.wrapped IS NULL AND NEW.wrapped IS NOT NULL) THEN
    RAISE EXCEPTION 'a destroyed key stays destroyed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER destroyed_keys_stay BEFORE UPDATE OR DELETE ON store.person_key
  FOR EACH ROW EXECUTE FUNCTION store.refuse_to_revive();

-- Tells every node to forget a key, and what it has opened with it, at the moment of the commit.
CREATE FUNCTION store.tell_of_destroyed_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('key_destroyed', NEW.person);
  RETURN NULL;
END $$;

CREATE TRIGGER destroyed_keys_are_told AFTER INSERT OR UPDATE ON store.person_key
  FOR EACH ROW WHEN (NEW.wrapped IS NULL) EXECUTE FUNCTION store.tell_of_destroyed_key();

-- Whoever has gone before there were keys never gets one.
INSERT INTO store.person_key (person)
SELECT DISTINCT payload ->> 'account' FROM store.fact WHERE type = 'AccountDeleted';

-- The keys that all nodes share are wrapped, too, by the first node that finds them as they were.
ALTER TABLE store.key ADD COLUMN master text;

-- What clients called themselves is sealed from now on, too; what was kept in clear is dropped.
UPDATE store.session SET agent = NULL WHERE agent IS NOT NULL;

-- Snapshots of former shapes, which nobody reads any more, said in clear what they say sealed now.
DELETE FROM store.snapshot WHERE stream_type IN ('Account', 'CampusEvent');

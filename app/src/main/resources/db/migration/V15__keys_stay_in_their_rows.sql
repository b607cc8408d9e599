-- A key neither goes by TRUNCATE, which asks no trigger of rows, nor becomes that of somebody else.
CREATE OR REPLACE FUNCTION store.refuse_to_revive() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' OR OLD.person <> NEW.person OR (OLD.wrapped IS NULL AND NEW.wrapped IS NOT NULL) THEN
    RAISE EXCEPTION 'a destroyed key stays destroyed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER keys_are_not_truncated BEFORE TRUNCATE ON store.person_key
  FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_to_revive();

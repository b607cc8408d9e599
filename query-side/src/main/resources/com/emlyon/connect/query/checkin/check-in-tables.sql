-- One row an account: a new check-in takes the place of the former.
CREATE TABLE {schema}.check_in (
  account     text        PRIMARY KEY,
  id          text        NOT NULL,
  whereabouts text        NOT NULL, -- sealed
  at          timestamptz NOT NULL
);

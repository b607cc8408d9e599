-- One row for each account: a new check-in replaces the former one.
CREATE TABLE {schema}.check_in (
  account     text        PRIMARY KEY,
  id          text        NOT NULL,
  whereabouts text        NOT NULL, -- sealed
  at          timestamptz NOT NULL
);

-- One row an account: a new check-in takes the place of the former.
CREATE TABLE {schema}.check_in (
  account   text             PRIMARY KEY,
  id        text             NOT NULL,
  place     text             NOT NULL,
  latitude  double precision NOT NULL,
  longitude double precision NOT NULL,
  emoji     text,
  at        timestamptz      NOT NULL
);

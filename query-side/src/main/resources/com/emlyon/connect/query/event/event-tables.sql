CREATE TABLE {schema}.event (
  id          text        PRIMARY KEY,
  creator     text        NOT NULL,
  title       text        NOT NULL, -- sealed
  description text        NOT NULL, -- sealed
  date        timestamptz NOT NULL
);

-- May for a moment outlive its event, when that has vanished with its creator's account.
CREATE TABLE {schema}.attendance (
  event   text   NOT NULL,
  account text   NOT NULL,
  joined  bigint NOT NULL, -- position of the fact: the order of joining
  PRIMARY KEY (event, account)
);

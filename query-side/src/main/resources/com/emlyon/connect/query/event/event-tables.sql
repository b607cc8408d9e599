CREATE TABLE {schema}.event (
  id          text        PRIMARY KEY,
  creator     text        NOT NULL,
  title       text        NOT NULL, -- sealed
  description text        NOT NULL, -- sealed
  date        timestamptz NOT NULL
);

-- A row may outlive its event for a moment, when the event was removed together with its creator's account.
CREATE TABLE {schema}.attendance (
  event   text   NOT NULL,
  account text   NOT NULL,
  joined  bigint NOT NULL, -- position of the fact: the order of joining
  PRIMARY KEY (event, account)
);

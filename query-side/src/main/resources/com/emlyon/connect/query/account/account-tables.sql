CREATE TABLE {schema}.account (
  id         text        PRIMARY KEY,
  email      text        NOT NULL, -- sealed
  name       text        NOT NULL, -- sealed
  promotion  text        NOT NULL, -- sealed
  avatar_url text        NOT NULL, -- sealed, unless it was uploaded
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE {schema}.account (
  id         text        PRIMARY KEY,
  email      text        NOT NULL,
  name       text        NOT NULL COLLATE view.french,
  promotion  text        NOT NULL,
  avatar_url text        NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

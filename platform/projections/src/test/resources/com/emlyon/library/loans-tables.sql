CREATE TABLE {schema}.book (
  book  text PRIMARY KEY,
  title text NOT NULL
);
CREATE TABLE {schema}.loan (
  book   text        NOT NULL,
  reader text        NOT NULL,
  name   text        NOT NULL, -- sealed
  since  timestamptz NOT NULL,
  PRIMARY KEY (book, reader)
);

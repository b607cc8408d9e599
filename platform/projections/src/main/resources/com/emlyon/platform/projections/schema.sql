-- The tables about projections. Nothing is changed that exists already.
--
-- Every projection has its tables in a schema of its own, view_<projection>_<generation>, made by its code. A generation is
-- built from history beside the one that serves, follows history together with it once it has caught up, and then takes
-- its place: the views that readers know, view.<table>, show the tables of the generation that serves.
CREATE SCHEMA IF NOT EXISTS view;

CREATE TABLE IF NOT EXISTS view.generation (
  projection  text        NOT NULL,
  generation  integer     NOT NULL,
  version     integer     NOT NULL, -- of the code that made the tables
  state       text        NOT NULL CHECK (state IN ('BUILDING', 'READY', 'SERVING')),
  position    bigint      NOT NULL, -- its rows say what history says up to here; written together with them
  started_at  timestamptz NOT NULL DEFAULT now(),
  facts_done  bigint      NOT NULL DEFAULT 0, -- facts of its own that a build has applied
  facts_total bigint      NOT NULL DEFAULT 0, -- facts of its own that there were when the build began
  failure     text,             -- why it does not get on at the moment
  moved_at    timestamptz,      -- when the build applied its latest portion; null when it has just been taken up
  pace        double precision, -- facts of its own in a second, the latest counting most; null until it is known
  discarded   bigint      NOT NULL DEFAULT 0, -- facts that it does without because an operator has discarded them
  PRIMARY KEY (projection, generation)
);
CREATE UNIQUE INDEX IF NOT EXISTS one_generation_serves ON view.generation (projection) WHERE state = 'SERVING';
CREATE UNIQUE INDEX IF NOT EXISTS one_generation_is_built ON view.generation (projection) WHERE state <> 'SERVING';

-- How many generations each projection has had. A number never comes again, not even after a cancelled build, so whoever
-- knows a generation by its number cannot take another one for it.
CREATE TABLE IF NOT EXISTS view.generation_count (
  projection text    PRIMARY KEY,
  made       integer NOT NULL
);

-- Facts that a generation could not digest, and those that follow them in the same stream.
CREATE TABLE IF NOT EXISTS view.parked (
  projection text        NOT NULL,
  generation integer     NOT NULL,
  position   bigint      NOT NULL,
  stream     text        NOT NULL,
  failure    text, -- null: waits only for the one before it in its stream
  parked_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (projection, generation, position),
  FOREIGN KEY (projection, generation) REFERENCES view.generation ON DELETE CASCADE
);

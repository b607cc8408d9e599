-- How many generations each projection has had. A number never comes again, not even after a cancelled build, so whoever
-- knows a generation by its number cannot take another one for it.
CREATE TABLE view.generation_count (
  projection text    PRIMARY KEY,
  made       integer NOT NULL
);
INSERT INTO view.generation_count (projection, made)
SELECT projection, max(generation) FROM view.generation GROUP BY projection;

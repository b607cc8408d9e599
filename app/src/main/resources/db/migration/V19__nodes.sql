-- The processes that work on this database, and which master keys they know: by name, which tells nothing about a key.
CREATE TABLE store.node (
  id              text PRIMARY KEY, -- made anew at each start of a process
  version         text NOT NULL,
  serves_requests boolean NOT NULL, -- false: a command of the jar
  started_at      timestamptz NOT NULL,
  seen_at         timestamptz NOT NULL, -- the last heartbeat; a row without one for ten seconds is that of a dead process
  master_keys     text[] NOT NULL
);

-- Every node looks often whether all keys are wrapped by master keys that it knows.
CREATE INDEX person_key_by_master ON store.person_key (master);

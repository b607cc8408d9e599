-- The events of each account that count for its quota: those to come, and those created within a day. Written in the transaction that appends
-- the facts, under the lock that orders them.
CREATE TABLE store.counted_event (
  event        text        PRIMARY KEY,
  account      text        NOT NULL,
  counts_until timestamptz NOT NULL,              -- as one to come; -infinity when it was cancelled
  created_at   timestamptz NOT NULL DEFAULT now() -- counts for a day, also when it was cancelled
);
CREATE INDEX counted_event_by_account ON store.counted_event (account, created_at DESC);
CREATE INDEX counted_event_by_end ON store.counted_event (counts_until);

-- Until when an event counts as one to come: a day longer than its date, and 30 days when it was announced for a moment that had passed, as it
-- is in the lists all the same.
CREATE FUNCTION store.counts_until(date timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN date > now() THEN date + interval '1 day' ELSE now() + interval '30 days' END
$$;

-- Those that are to come already. Dates are ISO 8601 in UTC; years of other than four digits are not counted.
INSERT INTO store.counted_event (event, account, counts_until, created_at)
SELECT created.stream, created.payload ->> 'creator', latest.date + interval '1 day', created.recorded_at
  FROM store.fact AS created,
       LATERAL (SELECT CASE WHEN payload ->> 'date' ~ '^[2-9][0-9]{3}-' THEN (payload ->> 'date')::timestamptz END AS date
                  FROM store.fact
                 WHERE stream = created.stream AND type IN ('EventCreated', 'EventUpdated')
                 ORDER BY sequence DESC
                 LIMIT 1) AS latest
 WHERE created.type = 'EventCreated'
   AND latest.date > now()
   AND NOT EXISTS (SELECT FROM store.fact WHERE stream = created.stream AND type = 'EventCancelled');

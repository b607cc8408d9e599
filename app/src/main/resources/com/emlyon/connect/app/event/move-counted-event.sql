-- Counts an event by its new date. One that was forgotten, because it counted for nothing, was not created within a day. Takes its id, its
-- creator and its new date.
INSERT INTO store.counted_event AS counted (event, account, counts_until, created_at)
SELECT event, account, store.counts_until(date), '-infinity'
  FROM (SELECT ?::text AS event, ?::text AS account, ?::timestamptz AS date) AS moved
    ON CONFLICT (event) DO UPDATE SET counts_until = excluded.counts_until;

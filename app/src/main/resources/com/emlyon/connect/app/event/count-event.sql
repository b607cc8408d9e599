-- Counts an event that is being created. Takes its id, its creator and its date.
INSERT INTO store.counted_event (event, account, counts_until)
SELECT event, account, store.counts_until(date)
  FROM (SELECT ?::text AS event, ?::text AS account, ?::timestamptz AS date) AS created;

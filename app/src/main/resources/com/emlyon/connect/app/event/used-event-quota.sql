-- What an account has used of its quota of events: how many are to come, and for how many milliseconds it has to wait because it has created
-- as many within a day as it may (0 when it has not). Takes one less than the events of a day, and the account.
WITH quota AS (SELECT ?::int AS one_less_than_a_day, ?::text AS account)
SELECT (SELECT count(*) FROM store.counted_event WHERE account = quota.account AND counts_until > now()) AS to_come,
       coalesce((SELECT ceil(extract(epoch FROM created_at + interval '1 day' - now()) * 1000)::bigint
                   FROM store.counted_event
                  WHERE account = quota.account AND created_at > now() - interval '1 day'
                  ORDER BY created_at DESC
                 OFFSET quota.one_less_than_a_day LIMIT 1), 0) AS millis_to_wait
  FROM quota;

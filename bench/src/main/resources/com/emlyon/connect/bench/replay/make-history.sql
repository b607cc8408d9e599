-- A history of check-ins: students take turns, each check-in ends the one before. The parameters are the number of facts and
-- of students. The trigger that orders appends is set to work as in the service. What is said is as long as when it is
-- sealed, but can be opened by nobody: whoever replays does not try to.
INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
SELECT 'presence-' || student, turn, 'Presence', gen_random_uuid(),
       CASE turn % 2 WHEN 0 THEN 'CheckedIn' ELSE 'CheckedOut' END, CASE turn % 2 WHEN 0 THEN '3' ELSE '1' END,
       jsonb_build_object('account', student, 'checkIn', md5(student || '-' || turn / 2)::uuid::text, 'at', moment)
         || CASE turn % 2 WHEN 0 THEN jsonb_build_object('whereabouts', 'sealed:' || student || ':' || sealed,
                                                         'until', moment + interval '24 hours')
                          ELSE '{}'::jsonb END,
       jsonb_build_object('actor', student, 'command', 'CheckIn', 'commandId', gen_random_uuid()),
       moment
FROM generate_series(0, :facts - 1) AS number
  CROSS JOIN LATERAL (
    SELECT md5((number % :students)::text)::uuid::text AS student, number / :students AS turn,
           date_trunc('milliseconds', timestamptz '2026-01-01' + number * interval '1 second') AS moment,
           left(encode(sha512(number::text::bytea), 'hex') || encode(sha512(number::text::bytea), 'hex'), 138) AS sealed
  ) AS made
ORDER BY number

-- A history of check-ins: students take turns, each check-in ends the one before. The parameters are the number of facts and
-- of students. The trigger that orders appends is set to work as in the service.
INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
SELECT 'presence-' || student, turn, 'Presence', gen_random_uuid(),
       CASE turn % 2 WHEN 0 THEN 'CheckedIn' ELSE 'CheckedOut' END, CASE turn % 2 WHEN 0 THEN '2' ELSE '1' END,
       jsonb_build_object('account', student, 'checkIn', md5(student || '-' || turn / 2)::uuid::text, 'at', moment)
         || CASE turn % 2 WHEN 0 THEN jsonb_build_object('place', 'Le Sucre', 'latitude', 45.7489 + turn * 1e-6,
                                                         'longitude', 4.8181, 'emoji', '🎵',
                                                         'until', moment + interval '24 hours')
                          ELSE '{}'::jsonb END,
       jsonb_build_object('actor', student, 'command', 'CheckIn', 'commandId', gen_random_uuid()),
       moment
FROM generate_series(0, :facts - 1) AS number
  CROSS JOIN LATERAL (
    SELECT md5((number % :students)::text)::uuid::text AS student, number / :students AS turn,
           date_trunc('milliseconds', timestamptz '2026-01-01' + number * interval '1 second') AS moment
  ) AS made
ORDER BY number

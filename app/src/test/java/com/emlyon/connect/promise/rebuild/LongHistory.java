package com.emlyon.connect.promise.rebuild;

import com.emlyon.connect.query.Projections;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many facts about few former students: to read them takes a while, and the lists stay short. Each has gone by many names, has
 * been in many places, and has changed an event of their own many times; what an incomplete view shows of them is older.
 * Between them come strangers without an account, each with a fact or two: no list shows them, but their rows betray if any part
 * of history was passed over.
 */
record LongHistory(JdbcClient database) {

    private static final int STUDENTS = 10;
    private static final int NAMES = 4_000;
    private static final int TITLES = 4_000;

    /** Check-ins and the ends of all but the last. */
    private static final int TURNS = 8_001;

    /** How many facts of it a projection takes in at least. */
    static int factsFor(String projection) {
        return STUDENTS
                * switch (projection) {
                    case Projections.ACCOUNTS -> NAMES;
                    case Projections.EVENTS -> TITLES;
                    case Projections.CHECK_INS -> TURNS;
                    default -> throw new IllegalArgumentException(projection);
                };
    }

    /** Writes it down. */
    void write() {
        names();
        titles();
        places();
    }

    private void names() {
        database.sql("""
                INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                SELECT student, turn, 'Account', gen_random_uuid(),
                       CASE turn WHEN 0 THEN 'AccountRegistered' ELSE 'AccountRenamed' END, '1',
                       jsonb_build_object('account', student, 'name', 'Ana ' || turn, 'at', now())
                         || CASE turn WHEN 0 THEN jsonb_build_object(
                              'emailKey', md5(student), 'email', student || '@emlyon.com', 'promotion', 'EMI',
                              'avatarUrl', 'https://avatars.example/ana.png') ELSE '{}' END,
                       '{}', now()
                FROM generate_series(0, :turns - 1) AS turn
                  CROSS JOIN (SELECT md5('student ' || number)::uuid::text AS student
                              FROM generate_series(1, :students) AS number) AS former
                ORDER BY turn
                """).param("turns", NAMES).param("students", STUDENTS).update();
    }

    private void titles() {
        database.sql("""
                INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                SELECT event, sequence, 'CampusEvent', gen_random_uuid(),
                       CASE sequence WHEN 0 THEN 'EventCreated' ELSE 'EventUpdated' END, '1',
                       jsonb_build_object('event', event, 'title', 'Bal ' || turn, 'description', 'Au parc',
                                          'date', '2031-01-01T18:30:00Z', 'at', now())
                         || CASE sequence WHEN 0 THEN jsonb_build_object('creator', student) ELSE '{}' END,
                       '{}', now()
                FROM (SELECT turn, turn AS sequence, md5('student ' || number)::uuid::text AS student,
                             md5('event ' || number)::uuid::text AS event
                      FROM generate_series(0, :turns - 1) AS turn, generate_series(1, :students) AS number
                      UNION ALL
                      SELECT turn, 0, md5('stranger ' || turn)::uuid::text, md5('strange event ' || turn)::uuid::text
                      FROM generate_series(0, :turns - 1, 4) AS turn) AS told
                ORDER BY turn
                """).param("turns", TITLES).param("students", STUDENTS).update();
    }

    private void places() {
        database.sql("""
                INSERT INTO store.fact (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                SELECT 'presence-' || student, sequence, 'Presence', gen_random_uuid(),
                       CASE sequence % 2 WHEN 0 THEN 'CheckedIn' ELSE 'CheckedOut' END,
                       CASE sequence % 2 WHEN 0 THEN '2' ELSE '1' END,
                       jsonb_build_object('account', student, 'checkIn', md5(student || '-' || sequence / 2)::uuid, 'at', at)
                         || CASE sequence % 2 WHEN 0 THEN jsonb_build_object(
                              'place', 'Parc ' || turn, 'latitude', 45.7489, 'longitude', 4.8181, 'emoji', null,
                              'until', at + interval '24 hours') ELSE '{}' END,
                       '{}', now()
                FROM (SELECT turn, turn AS sequence, md5('student ' || number)::uuid::text AS student, now() AS at
                      FROM generate_series(0, :turns - 1) AS turn, generate_series(1, :students) AS number
                      UNION ALL
                      SELECT turn, 0, md5('stranger ' || turn)::uuid::text, now() - interval '2 days'
                      FROM generate_series(0, :turns - 1) AS turn) AS told
                ORDER BY turn
                """).param("turns", TURNS).param("students", STUDENTS).update();
    }
}

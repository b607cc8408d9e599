package com.emlyon.connect.app;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ways to make facts indigestible for the check-ins that readers see, and to mend that. */
public final class Poison {

    /** Where nobody may be while {@link #placeIsRefused} holds; told by its length, as the table cannot read it. */
    public static final String PLACE = "Rue Secrète 7, " + "tout au fond de la cour, ".repeat(7) + "à gauche";

    /** Longer than any other place of these tests, encrypted or plain, and shorter than that one. */
    private static final int LONGEST_ELSEWHERE = 240;

    private final JdbcClient database;

    /** For the check-ins on the database of a node. */
    public Poison(TestNode node) {
        this.database = node.bean(JdbcClient.class);
    }

    /** Makes the table refuse {@link #PLACE}. */
    public void placeIsRefused() {
        database.sql("ALTER TABLE %s ADD CONSTRAINT not_there CHECK (length(whereabouts) <= %d) NOT VALID"
                        .formatted(table(), LONGEST_ELSEWHERE))
                .update();
    }

    /** Mends it. */
    public void placeIsAccepted() {
        database.sql("ALTER TABLE %s DROP CONSTRAINT IF EXISTS not_there".formatted(table()))
                .update();
    }

    /** Makes the table fail with a SQLSTATE at every new row. */
    public void everyRowFailsWith(String state) {
        database.sql("""
                        CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'not now' USING ERRCODE = '%s'; END $$
                        """.formatted(state)).update();
        database.sql("CREATE TRIGGER fails BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION fail()".formatted(table()))
                .update();
    }

    /** Mends it. */
    public void rowsSucceed() {
        database.sql("DROP FUNCTION IF EXISTS fail CASCADE").update();
    }

    private String table() {
        int serving = database.sql(
                        "SELECT generation FROM view.generation WHERE projection = 'check-ins' AND state = 'SERVING'")
                .query(Integer.class)
                .single();
        return "view_check_ins_%d.check_in".formatted(serving);
    }

    /** Stores a check-in of somebody that says nothing but a place under a wrong name; answers with its position. */
    public long brokenCheckIn(String account, long sequence) {
        return store(account, sequence, "CheckedIn", 2, "{\"plaec\": \"%s\"}".formatted(PLACE));
    }

    /** Stores an end of a check-in that says nothing, and that concerns no rule; answers with its position. */
    public long brokenCheckOut(String account, long sequence) {
        return store(account, sequence, "CheckedOut", 1, "{\"plaec\": \"%s\"}".formatted(PLACE));
    }

    /** Stores a check-in that only newer code can read; answers with its position. */
    public long checkInOfNewerCode(String account, long sequence) {
        return store(account, sequence, "CheckedIn", 99, "{\"whereabouts\": \"%s\"}".formatted(PLACE));
    }

    /** Stores a check-in as the aggregate would; answers with its position. */
    public long checkIn(String account, long sequence, String place) {
        return store(account, sequence, "CheckedIn", 2, """
                {"account": "%s", "checkIn": "%s", "place": "%s", "latitude": 45.7, "longitude": 4.8, "emoji": null,
                 "at": "2026-11-23T08:15:30.123Z", "until": "2026-11-24T08:15:30.123Z"}
                """.formatted(account, UUID.randomUUID(), place));
    }

    private long store(String account, long sequence, String type, int revision, String payload) {
        return database.sql("""
                        INSERT INTO store.fact
                          (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                        VALUES (?, ?, 'Presence', ?, ?, ?, ?::jsonb, '{}', ?)
                        RETURNING position
                        """)
                .params(
                        "presence-" + account,
                        sequence,
                        UUID.randomUUID(),
                        type,
                        String.valueOf(revision),
                        payload,
                        OffsetDateTime.of(2026, 11, 23, 8, 15, 30, 0, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}

package com.emlyon.connect.promise;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the views, and how each can be tampered with. */
enum KeptTable {
    ACCOUNT(
            "accounts",
            "id",
            "account id=",
            "'x', email, name, promotion, avatar_url, created_at, updated_at",
            "x",
            "updated_at",
            "updated_at + interval '1 microsecond'"),
    CHECK_IN(
            "check-ins",
            "account",
            "check_in account=",
            "'x', 'y', whereabouts, at",
            "x",
            "whereabouts",
            "whereabouts || '='"),
    EVENT("events", "id", "event id=", "'x', creator, title, description, date", "x", "creator", "creator || '!'"),
    ATTENDANCE(
            "events",
            "event || ' account=' || account",
            "attendance event=",
            "'x', 'y', 1",
            "x account=y",
            "joined",
            "joined + 1");

    private final String projection;
    private final String key;
    private final String row;
    private final String surplus;
    private final String keyOfSurplus;
    private final String column;
    private final String otherValue;

    KeptTable(
            String projection,
            String key,
            String row,
            String surplus,
            String keyOfSurplus,
            String column,
            String otherValue) {
        this.projection = projection;
        this.key = key;
        this.row = row;
        this.surplus = surplus;
        this.keyOfSurplus = keyOfSurplus;
        this.column = column;
        this.otherValue = otherValue;
    }

    /** A row is gone, there is one too many, and a row says something else. */
    Stream<Tampering> tamperings(JdbcClient database) {
        return Stream.of(missing(database), surplus(database), changed(database));
    }

    private Tampering missing(JdbcClient database) {
        String victim = keyIn(database, 0);
        return new Tampering(
                "DELETE FROM %s WHERE %s = '%s'".formatted(placeIn(database), key, victim),
                line(victim, "is missing in the table"));
    }

    private Tampering surplus(JdbcClient database) {
        return new Tampering(
                "INSERT INTO %1$s SELECT %2$s FROM %1$s LIMIT 1".formatted(placeIn(database), surplus),
                line(keyOfSurplus, "is in the table, but not in history"));
    }

    private Tampering changed(JdbcClient database) {
        String victim = keyIn(database, 1);
        return new Tampering(
                "UPDATE %s SET %s = %s WHERE %s = '%s'".formatted(placeIn(database), column, otherValue, key, victim),
                line(victim, column + " differs"));
    }

    private String line(String keyOfRow, String difference) {
        return "%s: %s%s: %s".formatted(projection, row, keyOfRow, difference);
    }

    /** The key of one of its rows. */
    String keyIn(JdbcClient database, int number) {
        return text(
                database, "SELECT %s FROM %s ORDER BY 1 LIMIT 1 OFFSET %d".formatted(key, placeIn(database), number));
    }

    /** The table that serves, with its schema. */
    String placeIn(JdbcClient database) {
        return text(
                database,
                "SELECT 'view_%s_' || generation || '.%s' FROM view.generation WHERE projection = '%s' AND state = 'SERVING'"
                        .formatted(projection.replace('-', '_'), table(), projection));
    }

    private static String text(JdbcClient database, String query) {
        return database.sql(query).query(String.class).single();
    }

    /** Its name, without a schema. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What somebody does to a table, and what is said of it. */
    record Tampering(String statement, String line) {}
}

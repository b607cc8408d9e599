package com.emlyon.connect.bench.replay;

import com.emlyon.connect.api.checkin.CheckedIn;
import com.emlyon.connect.api.checkin.CheckedOut;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.fact.FactReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;

/** What anybody would write by hand: a cursor, a decoder, and upserts in batches of a thousand, one after the other. */
final class Floor implements Replay {

    private static final int BATCH = 1_000;
    private static final String UPSERT = """
            INSERT INTO bench.check_in
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[])
            ON CONFLICT (account) DO UPDATE
            SET id = excluded.id, whereabouts = excluded.whereabouts, at = excluded.at
            """;

    private final FactReader reader;
    private final String url;

    Floor(ApplicationContext service, String url) {
        this.reader = service.getBean(FactReader.class);
        this.url = url;
    }

    @Override
    public double factsPerSecond() throws SQLException {
        try (Connection reading = DriverManager.getConnection(url);
                Connection writing = DriverManager.getConnection(url)) {
            prepare(writing);
            long start = System.nanoTime();
            long facts = replay(reading, writing);
            try (Statement statement = writing.createStatement()) {
                statement.execute("CREATE UNIQUE INDEX ON bench.check_in (id)");
                statement.execute("CREATE INDEX ON bench.check_in (at DESC)");
                writing.commit();
            }
            return facts / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static void prepare(Connection writing) throws SQLException {
        writing.setAutoCommit(false);
        try (Statement statement = writing.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
            statement.execute("CREATE SCHEMA bench");
            statement.execute("CREATE TABLE bench.check_in (account text PRIMARY KEY, id text NOT NULL,"
                    + " whereabouts text, at timestamptz)");
            writing.commit();
        }
    }

    private long replay(Connection reading, Connection writing) throws SQLException {
        reading.setAutoCommit(false);
        long facts = 0;
        try (PreparedStatement statement = reading.prepareStatement("SELECT type, revision, payload::text"
                + " FROM store.fact WHERE type IN ('CheckedIn', 'CheckedOut', 'AccountDeleted') ORDER BY position")) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, CheckedIn> present = new LinkedHashMap<>();
                Set<String> gone = new LinkedHashSet<>();
                while (rows.next()) {
                    apply(decode(rows), present, gone);
                    facts++;
                    if (facts % BATCH == 0) {
                        write(writing, present, gone);
                    }
                }
                write(writing, present, gone);
            }
        }
        return facts;
    }

    private Fact decode(ResultSet row) throws SQLException {
        return reader.read(row.getString(1), row.getString(2), row.getString(3));
    }

    private static void apply(Fact fact, Map<String, CheckedIn> present, Set<String> gone) {
        switch (fact) {
            case CheckedIn in -> {
                present.put(in.account().value(), in);
                gone.remove(in.account().value());
            }
            case CheckedOut out -> {
                present.remove(out.account().value());
                gone.add(out.account().value());
            }
            default -> throw new IllegalStateException("Unexpected " + fact);
        }
    }

    private static void write(Connection writing, Map<String, CheckedIn> present, Set<String> gone)
            throws SQLException {
        try (PreparedStatement delete =
                writing.prepareStatement("DELETE FROM bench.check_in WHERE account = ANY (?)")) {
            delete.setArray(1, writing.createArrayOf("text", gone.toArray()));
            delete.executeUpdate();
        }
        try (PreparedStatement upsert = writing.prepareStatement(UPSERT)) {
            set(upsert, 1, "text", present, fact -> fact.account().value());
            set(upsert, 2, "text", present, fact -> fact.checkIn().value());
            set(upsert, 3, "text", present, fact -> fact.whereabouts().asEncrypted());
            set(upsert, 4, "timestamptz", present, CheckedIn::at);
            upsert.executeUpdate();
        }
        writing.commit();
        present.clear();
        gone.clear();
    }

    private static void set(
            PreparedStatement statement,
            int index,
            String type,
            Map<String, CheckedIn> facts,
            Function<CheckedIn, Object> column)
            throws SQLException {
        Object[] values = facts.values().stream().map(column).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}

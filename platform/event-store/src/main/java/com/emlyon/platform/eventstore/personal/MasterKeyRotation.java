package com.emlyon.platform.eventstore.personal;

import com.emlyon.platform.eventstore.node.ThisNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * At the start, when another master key has come into use, wraps all keys again with it; facts are not changed. Refuses
 * the start when a key was wrapped by a master key that is not configured. Also refuses it when another living node
 * does not know the master key with which this node wraps, because that node could not read what this node writes.
 */
public class MasterKeyRotation implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(MasterKeyRotation.class);
    private static final String MARK = "mark of the master key";
    private static final String LOCK = "hashtext('wrapping of keys')";
    private static final int AT_ONCE = 1_000;

    private final JdbcClient database;
    private final JdbcOperations batches;
    private final DataSource connections;
    private final MasterKeys masters;
    private final ThisNode node;
    private final OtherNodes others;

    MasterKeyRotation(
            JdbcClient database,
            JdbcOperations batches,
            DataSource connections,
            MasterKeys masters,
            ThisNode node,
            OtherNodes others) {
        this.connections = connections;
        this.node = node;
        this.others = others;
        this.database = database;
        this.batches = batches;
        this.masters = masters;
    }

    /** One node at a time, because each has to see which master keys the others know. */
    @Override
    public void afterPropertiesSet() throws SQLException {
        try (Connection session = connections.getConnection();
                Statement statement = session.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(%s)".formatted(LOCK));
            try {
                wrapWhenAllKnow();
            } finally {
                statement.execute("SELECT pg_advisory_unlock(%s)".formatted(LOCK));
            }
        }
    }

    private void wrapWhenAllKnow() {
        refuseUnlessKnown();
        node.register(masters.names());
        try {
            others.awaitAllKnow(masters.currentName());
            wrap();
        } catch (MasterKeyRefused refused) {
            node.deregister();
            throw refused;
        }
    }

    private void wrap() {
        leaveAMark();
        refuseUnlessKnown();
        long rewrapped = rewrapPersons() + rewrapShared();
        if (rewrapped > 0) {
            log.info("Wrapped {} keys anew with master key {}", rewrapped, masters.currentName());
        }
    }

    /**
     * Stores a mark wrapped with the current master key. It is called after a check, because the mark of a wrong master
     * key would stay, and before another check, so that of two nodes that start with different master keys the second
     * one notices at once.
     */
    private void leaveAMark() {
        Wrapped mark = masters.wrap(new byte[PersonKey.BYTES], MasterKeys.shared(MARK));
        database.sql("INSERT INTO store.key (name, master, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(MARK, mark.master(), mark.key())
                .update();
    }

    private void refuseUnlessKnown() {
        Set<String> known = masters.names();
        database.sql("SELECT master FROM store.person_key UNION SELECT master FROM store.key")
                .query(row -> {
                    String used = row.getString("master");
                    if (used != null && !known.contains(used)) {
                        throw new MasterKeyRefused(masters.sentenceAboutUnknown(used));
                    }
                });
    }

    private long rewrapPersons() {
        long rewrapped = 0;
        String last = "";
        for (List<Row> rows = persons(last); !rows.isEmpty(); rows = persons(last)) {
            rewrapped += rewrap(
                    rows,
                    row -> KeyTable.purpose(row.name()),
                    "UPDATE store.person_key SET master = ?, wrapped = ? WHERE person = ? AND master = ?");
            last = rows.getLast().name();
        }
        return rewrapped;
    }

    private List<Row> persons(String after) {
        return database.sql("""
                        SELECT person AS name, master, wrapped FROM store.person_key
                        WHERE master <> ? AND person > ? ORDER BY person LIMIT ?
                        """)
                .params(masters.currentName(), after, AT_ONCE)
                .query(MasterKeyRotation::row)
                .list();
    }

    private long rewrapShared() {
        List<Row> rows = database.sql("SELECT name, master, value AS wrapped FROM store.key WHERE master <> ?")
                .param(masters.currentName())
                .query(MasterKeyRotation::row)
                .list();
        return rewrap(
                rows,
                row -> MasterKeys.shared(row.name()),
                "UPDATE store.key SET master = ?, value = ? WHERE name = ? AND master = ?");
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("name"), new Wrapped(row.getString("master"), row.getBytes("wrapped")));
    }

    /**
     * Wraps first, which may take time with a key management service, and locks rows only to write them. A key that was
     * destroyed, or wrapped by another node, in the meantime is not changed.
     */
    private long rewrap(List<Row> rows, Function<Row, String> purpose, String statement) {
        List<Object[]> parameters = rows.stream()
                .map(row -> {
                    Wrapped anew = masters.wrap(masters.unwrap(row.wrapped(), purpose.apply(row)), purpose.apply(row));
                    return new Object[] {
                        anew.master(), anew.key(), row.name(), row.wrapped().master()
                    };
                })
                .toList();
        return IntStream.of(batches.batchUpdate(statement, parameters)).sum();
    }

    private record Row(String name, Wrapped wrapped) {}
}

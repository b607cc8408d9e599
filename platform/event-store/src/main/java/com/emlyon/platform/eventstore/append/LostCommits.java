package com.emlyon.platform.eventstore.append;

import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a batch was stored when the connection was lost during its commit. Facts have unique ids, and the
 * lost transaction holds the lock of the order of history until it has ended. So once this class holds that lock, the
 * table shows which facts are stored.
 */
final class LostCommits {

    private static final Logger log = LoggerFactory.getLogger(LostCommits.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final SqlFile AWAIT_END = SqlFile.beside(LostCommits.class, "await-end-of-appends.sql");
    private static final SqlFile FIND = SqlFile.beside(LostCommits.class, "find-stored-facts.sql");

    private final DataSource database;
    private final Duration patience;

    LostCommits(DataSource database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** Searches on a thread of its own, and completes each append with the result. */
    void investigate(List<Append> batch, SQLException loss) {
        log.warn("The connection was lost during a commit of {} writes; looking for them", batch.size(), loss);
        Thread.ofVirtual().name("lost-commit").start(() -> settle(batch, loss));
    }

    private void settle(List<Append> batch, SQLException loss) {
        Map<UUID, Long> stored = find(batch);
        for (Append append : batch) {
            if (stored == null) {
                append.position().completeExceptionally(new WriteOutcomeUnknown("The commit was lost", loss));
            } else {
                Long position = stored.get(idOfLastFact(append));
                if (position == null) {
                    append.position().completeExceptionally(new WriteNotStored("The commit did not take place", loss));
                } else {
                    append.position().complete(position);
                }
            }
        }
    }

    /** The positions of the stored facts, by id; null when the search does not succeed in time. */
    private @Nullable Map<UUID, Long> find(List<Append> batch) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < patience.toNanos()) {
            try (Connection connection = database.getConnection()) {
                return findOn(connection, batch);
            } catch (SQLException unreachable) {
                log.debug("Lost writes could not be looked for yet", unreachable);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        log.warn("What became of {} writes could not be found out", batch.size());
        return null;
    }

    private static Map<UUID, Long> findOn(Connection connection, List<Append> batch) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement awaitEnd = connection.prepareStatement(AWAIT_END.statement());
                PreparedStatement find = connection.prepareStatement(FIND.statement())) {
            awaitEnd.execute();
            Object[] ids = batch.stream().map(LostCommits::idOfLastFact).toArray();
            find.setArray(1, connection.createArrayOf("uuid", ids));
            Map<UUID, Long> stored = new HashMap<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    stored.put(rows.getObject("id", UUID.class), rows.getLong("position"));
                }
            }
            return stored;
        } finally {
            connection.rollback();
        }
    }

    private static UUID idOfLastFact(Append append) {
        return UUID.fromString(append.facts().getLast().id());
    }
}

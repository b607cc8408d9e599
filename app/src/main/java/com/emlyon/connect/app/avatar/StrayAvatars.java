package com.emlyon.connect.app.avatar;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes pictures that belong to no account: a process stored them and died before it stored the fact that names them,
 * or they could not be deleted earlier. Pictures younger than an hour are left, because the fact that names them may
 * still be stored.
 */
@Component
@ConditionalOnWebApplication
public class StrayAvatars {

    private static final Logger log = LoggerFactory.getLogger(StrayAvatars.class);
    private static final SqlFile PRESENT = SqlFile.beside(StrayAvatars.class, "find-present-avatars.sql");
    private static final Duration UNTIL_KNOWN = Duration.ofHours(1);
    private static final int MANY = 10;

    private final JdbcClient database;
    private final AvatarStore store;
    private final DatabaseAvailability availability;
    private final Clock clock;

    StrayAvatars(JdbcClient database, DatabaseAvailability availability, AvatarStore store, Clock clock) {
        this.database = database;
        this.availability = availability;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Deletes these pictures, on every node, five minutes after the start and then every day. Deletes nothing if more
     * than half of ten or more pictures belong to no account: then this is probably the folder of another database.
     */
    @Scheduled(initialDelay = 5, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    public void sweep() {
        try {
            List<String> kept = store.keptBefore(clock.instant().minus(UNTIL_KNOWN));
            Set<String> stray = new HashSet<>(kept);
            present().forEach(stray::remove);
            if (kept.size() >= MANY && 2 * stray.size() > kept.size()) {
                log.warn(
                        "{} of {} pictures are nobody's, and stay: is this the folder that belongs to this database?",
                        stray.size(),
                        kept.size());
            } else {
                stray.forEach(this::delete);
            }
        } catch (DataAccessException | UncheckedIOException failure) {
            if (!availability.report(failure)) {
                log.warn(
                        "The pictures that belong to no account could not be looked for; they will be the next time",
                        failure);
            }
        }
    }

    private void delete(String path) {
        try {
            store.delete(path);
        } catch (UncheckedIOException failure) {
            log.error("The picture {}, which is nobody's, could not be deleted", path, failure);
        }
    }

    private List<String> present() {
        return database.sql(PRESENT.statement())
                .query((row, number) -> row.getString(1))
                .list();
    }
}

package com.emlyon.connect.app.idempotency;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes the keys that are older than 24 hours, every ten minutes, on every node. */
@Component
public class KeySweep {

    private static final Logger log = LoggerFactory.getLogger(KeySweep.class);

    private final IdempotencyKeyTable table;
    private final DatabaseAvailability availability;

    KeySweep(IdempotencyKeyTable table, DatabaseAvailability availability) {
        this.availability = availability;
        this.table = table;
    }

    /** Deletes them now. */
    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    public void sweep() {
        try {
            int forgotten = table.sweep();
            log.debug("Forgot {} idempotency keys of more than 24 hours ago", forgotten);
        } catch (DataAccessException unreachable) {
            if (!availability.report(unreachable)) {
                log.warn("Old idempotency keys could not be forgotten; they will be the next time", unreachable);
            }
        }
    }
}

package com.emlyon.connect.app.security;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes expired sessions and tickets every ten minutes, on every node. Sessions that were ended earlier were deleted
 * then.
 */
@Component
public class ExpiredSessionCleanup {

    private static final Logger log = LoggerFactory.getLogger(ExpiredSessionCleanup.class);

    private final SessionTable sessions;
    private final TicketTable tickets;
    private final DatabaseAvailability availability;
    private final Clock clock;

    ExpiredSessionCleanup(SessionTable sessions, TicketTable tickets, DatabaseAvailability availability, Clock clock) {
        this.sessions = sessions;
        this.tickets = tickets;
        this.availability = availability;
        this.clock = clock;
    }

    /** Deletes them now. A failure of the database is logged, and the next run tries again. */
    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    public void sweep() {
        Instant now = clock.instant();
        try {
            int ended = sessions.sweep(now);
            int unused = tickets.sweep(now);
            log.debug("Forgot {} sessions and {} tickets that had expired", ended, unused);
        } catch (DataAccessException unanswered) {
            if (!availability.report(unanswered)) {
                log.warn("What has expired could not be forgotten; it will be the next time", unanswered);
            }
        }
    }
}

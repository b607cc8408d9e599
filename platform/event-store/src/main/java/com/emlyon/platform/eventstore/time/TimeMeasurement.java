package com.emlyon.platform.eventstore.time;

import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Queries the time of the database, at the start and every few seconds. */
class TimeMeasurement {

    private static final Logger log = LoggerFactory.getLogger(TimeMeasurement.class);

    private final JdbcClient database;
    private final DatabaseTime time;

    TimeMeasurement(JdbcClient database, DatabaseTime time) {
        this.database = database;
        this.time = time;
    }

    /** Queries the time once; when the query fails, the time continues from the last measurement. */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    public void measure() {
        try {
            long asked = System.nanoTime();
            OffsetDateTime said = database.sql("SELECT clock_timestamp()")
                    .query(OffsetDateTime.class)
                    .single();
            time.measured(said.toInstant(), asked, System.nanoTime());
        } catch (DataAccessException unanswered) {
            log.debug("The database could not be asked for its time", unanswered);
        }
    }
}

package com.emlyon.platform.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.spi.FilterReply;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What processors log while the database is away, each at each attempt, is not worth a line: the outage has one. */
class AxonLogFilterTest {

    private static final Throwable OUTAGE = new IllegalStateException(new SQLTransientConnectionException("away"));
    private static final Throwable MISTAKE = new IllegalStateException(new SQLException("a mistake", "42703"));
    private static final String FAILURE = "Error occurred. Starting retry mode.";
    private static final String NEXT_ATTEMPT = "Releasing claim on token and preparing for retry in {}s";

    private final AxonLogFilter filter = new AxonLogFilter();

    @AfterEach
    void remove() {
        filter.destroy();
    }

    @Test
    void nothingThatAProcessorSaysOfAnOutageIsLogged() {
        assertThat(replyTo(TrackingEventProcessor.class, FAILURE, OUTAGE)).isEqualTo(FilterReply.DENY);
        assertThat(replyTo(TrackingEventProcessor.class, NEXT_ATTEMPT, null)).isEqualTo(FilterReply.DENY);
    }

    @Test
    void everythingElseIsLogged() {
        assertThat(replyTo(TrackingEventProcessor.class, FAILURE, MISTAKE)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(replyTo(TrackingEventProcessor.class, "Fetched token", null)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(replyTo(DatabaseAvailability.class, FAILURE, OUTAGE)).isEqualTo(FilterReply.NEUTRAL);
    }

    private FilterReply replyTo(Class<?> source, String format, @Nullable Throwable failure) {
        return filter.decide(
                null, (Logger) LoggerFactory.getLogger(source), Level.WARN, format, new Object[0], failure);
    }
}

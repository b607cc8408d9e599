package com.emlyon.platform.eventstore.axon;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.database.DatabaseFailures;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;

/**
 * Drops the lines that Axon logs for each processor at each attempt while the database is unavailable, because {@link
 * DatabaseAvailability} logs the outage once. All other failures of processors are logged.
 */
final class AxonLogFilter extends TurboFilter implements DisposableBean {

    private static final String AXON = "org.axonframework.";

    /** The beginning of the line that Axon logs after the failure itself, and at every further attempt. */
    private static final String NEXT_ATTEMPT = "Releasing claim on token and preparing for retry";

    AxonLogFilter() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.addTurboFilter(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        if (format == null || !logger.getName().startsWith(AXON)) {
            return FilterReply.NEUTRAL;
        }
        boolean saysNothingNew =
                failure == null ? format.startsWith(NEXT_ATTEMPT) : DatabaseFailures.isTemporary(failure);
        return saysNothingNew ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getTurboFilterList().remove(this);
        }
    }
}

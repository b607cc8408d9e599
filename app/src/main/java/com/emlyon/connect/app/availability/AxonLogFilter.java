package com.emlyon.connect.app.availability;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Drops what Axon logs of a database that is away, for each processor at each attempt: {@link DatabaseAvailability} says it
 * once. All other failures of processors are logged.
 */
@Component
final class AxonLogFilter extends TurboFilter implements DisposableBean {

    private static final String AXON = "org.axonframework.";

    /** Follows the line that has the failure, and every further attempt. */
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

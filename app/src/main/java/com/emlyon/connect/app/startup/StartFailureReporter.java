package com.emlyon.connect.app.startup;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Suppresses stack traces and reports of Spring Boot for failures that one sentence explains. The command line prints
 * that sentence; the trace is logged at debug.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(StartFailureReporter.class);

    /** Null when the environment could not be created, so logging was not set up. */
    private final @Nullable ConfigurableApplicationContext context;

    StartFailureReporter(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        if (StartFailure.sentence(failure).isEmpty()) {
            return false;
        }
        if (context != null) {
            log.debug("The start was refused", failure);
        }
        return true;
    }
}

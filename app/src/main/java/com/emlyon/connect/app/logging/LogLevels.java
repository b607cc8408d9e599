package com.emlyon.connect.app.logging;

import com.emlyon.connect.app.signal.Signals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The levels of the loggers. A change takes effect on this node at once and on all other running nodes through a notification;
 * a node that starts afterwards has the levels of its configuration.
 */
@Component
class LogLevels {

    static final String CHANNEL = "log_level_changed";

    private static final Logger log = LoggerFactory.getLogger(LogLevels.class);
    private static final String SEPARATOR = "=";

    private final LoggingSystem system;
    private final JdbcClient database;
    private final Map<String, Optional<LogLevel>> configured = new ConcurrentHashMap<>();

    LogLevels(LoggingSystem system, JdbcClient database, Signals signals) {
        this.system = system;
        this.database = database;
        signals.on(CHANNEL, this::applyNotified);
    }

    /** The loggers that have a level of their own, the root first, then by name. */
    List<LoggerConfiguration> all() {
        return system.getLoggerConfigurations().stream()
                .filter(logger -> logger.getConfiguredLevel() != null)
                .toList();
    }

    /** One logger; empty when the service has none of that name. */
    Optional<LoggerConfiguration> find(String logger) {
        return Optional.ofNullable(system.getLoggerConfiguration(logger));
    }

    /** Gives a logger a level on all nodes. */
    void set(String logger, LogLevel level) {
        apply(logger, level);
        notifyNodes(logger, level.name());
    }

    /** Gives a logger the level of the configuration again, on all nodes. */
    void reset(String logger) {
        restore(logger);
        notifyNodes(logger, "");
    }

    private void notifyNodes(String logger, String level) {
        database.sql("SELECT pg_notify(?, ?)")
                .params(CHANNEL, logger + SEPARATOR + level)
                .query()
                .listOfRows();
    }

    private void applyNotified(String message) {
        int separator = message.lastIndexOf(SEPARATOR);
        if (separator < 0) {
            return;
        }
        String logger = message.substring(0, separator);
        String level = message.substring(separator + 1);
        if (level.isEmpty()) {
            restore(logger);
        } else {
            apply(logger, LogLevel.valueOf(level));
        }
    }

    private void apply(String logger, LogLevel level) {
        LoggerConfiguration present = system.getLoggerConfiguration(logger);
        LogLevel former = present == null ? null : present.getConfiguredLevel();
        configured.putIfAbsent(logger, Optional.ofNullable(former));
        change(logger, former, level);
    }

    private void restore(String logger) {
        Optional<LogLevel> level = configured.remove(logger);
        LoggerConfiguration present = system.getLoggerConfiguration(logger);
        if (level != null && present != null) {
            change(logger, present.getConfiguredLevel(), level.orElse(null));
        }
    }

    private void change(String logger, @Nullable LogLevel former, @Nullable LogLevel level) {
        if (level != former) {
            system.setLogLevel(logger, level);
            log.warn("The log level of {} is {} now", logger, level == null ? "inherited" : level);
        }
    }
}

package com.emlyon.connect.app.logging;

import com.emlyon.platform.eventstore.notification.NotificationListener;
import java.util.ArrayList;
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
 * The levels of the loggers. A change takes effect on this node at once, and on all other running nodes when they
 * receive the notification; a node that starts afterwards has the levels of its configuration.
 */
@Component
class LogLevels {

    static final String CHANNEL = "log_level_changed";

    private static final Logger log = LoggerFactory.getLogger(LogLevels.class);
    private static final String SEPARATOR = "=";

    private final LoggingSystem system;
    private final JdbcClient database;
    private final Map<String, Optional<LogLevel>> configured = new ConcurrentHashMap<>();

    /** Changes of this node whose notifications have not come back yet, from the oldest on. */
    private final List<Notification> underWay = new ArrayList<>();

    LogLevels(LoggingSystem system, JdbcClient database, NotificationListener signals) {
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
        change(new Notification(logger, level.name()));
    }

    /** Gives a logger the level of the configuration again, on all nodes. */
    void reset(String logger) {
        change(new Notification(logger, ""));
    }

    private void change(Notification change) {
        synchronized (underWay) {
            underWay.add(change);
            apply(change);
        }
        try {
            database.sql("SELECT pg_notify(?, ?)")
                    .params(CHANNEL, change.logger() + SEPARATOR + change.level())
                    .query()
                    .listOfRows();
        } catch (RuntimeException unheard) {
            synchronized (underWay) {
                underWay.remove(change);
            }
            throw unheard;
        }
    }

    private void applyNotified(String message) {
        int separator = message.lastIndexOf(SEPARATOR);
        synchronized (underWay) {
            if (separator < 0) {
                // Some notifications may have been missed.
                underWay.clear();
                return;
            }
            Notification change = new Notification(message.substring(0, separator), message.substring(separator + 1));
            underWay.remove(change);
            // An older notification must not undo a later change of this node, whose own notification is still to come
            // back.
            if (underWay.stream().noneMatch(later -> later.logger().equals(change.logger()))) {
                apply(change);
            }
        }
    }

    private void apply(Notification change) {
        if (change.level().isEmpty()) {
            restore(change.logger());
        } else {
            apply(change.logger(), LogLevel.valueOf(change.level()));
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

    /** The new level of a logger; empty for the level of the configuration. */
    private record Notification(String logger, String level) {}
}

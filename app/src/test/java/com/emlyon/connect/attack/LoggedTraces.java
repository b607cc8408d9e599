package com.emlyon.connect.attack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** The log records of a time that are errors or bring a stack trace. */
final class LoggedTraces implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Queue<String> records = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.ERROR) || event.getThrowableProxy() != null) {
                records.add(event.getLoggerName() + ": " + event.getFormattedMessage());
            }
        }
    };

    private LoggedTraces() {
        appender.start();
        root.addAppender(appender);
    }

    static LoggedTraces listen() {
        return new LoggedTraces();
    }

    List<String> all() {
        return List.copyOf(records);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
    }
}

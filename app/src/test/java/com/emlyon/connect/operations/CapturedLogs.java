package com.emlyon.connect.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Everything that is logged from its beginning to its end: our own lines down to DEBUG, those of others from INFO on. */
final class CapturedLogs implements AutoCloseable {

    private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger all = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = logging.getLogger("com.emlyon");
    private final @Nullable Level usual = ours.getLevel();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final PatternLayout complete = new PatternLayout();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(complete.doLayout(event));
        }
    };

    CapturedLogs() {
        complete.setContext(logging);
        complete.setPattern("%level %thread %logger %marker %mdc %kvp %msg %ex{full}%n");
        complete.start();
        appender.setContext(logging);
        appender.start();
        ours.setLevel(Level.DEBUG);
        all.addAppender(appender);
    }

    /** All lines so far, stack traces, context and key-value pairs included. */
    String text() {
        return String.join("", lines);
    }

    @Override
    public void close() {
        all.detachAppender(appender);
        ours.setLevel(usual);
    }
}

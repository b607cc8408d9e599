package com.emlyon.connect.promise;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What an operator finds in the log. */
public final class LoggedLines {

    private LoggedLines() {}

    /** The warnings and errors that a class logs while somebody works, each with all that belongs to it. */
    public static List<String> of(Class<?> who, Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(who);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        PatternLayout complete = new PatternLayout();
        complete.setContext(logger.getLoggerContext());
        complete.setPattern("%level %msg %ex{full}");
        complete.start();
        try {
            work.run();
        } finally {
            logger.detachAppender(appender);
        }
        return appender.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(complete::doLayout)
                .map(String::strip)
                .toList();
    }
}

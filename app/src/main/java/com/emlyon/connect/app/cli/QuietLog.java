package com.emlyon.connect.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/** The log of commands: warnings and errors go to the standard error, as programs read the standard output. */
final class QuietLog {

    private static final String PATTERN = "%level %logger{0}: %msg%n%ex";
    private static final String NAME = "command";

    private QuietLog() {}

    /** Configures the log, unless a service in the same process has already configured its own. */
    static void begin() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging && isUntouched(logging)) {
            logging.reset();
            PatternLayoutEncoder layout = new PatternLayoutEncoder();
            layout.setContext(logging);
            layout.setPattern(PATTERN);
            layout.start();
            ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
            console.setName(NAME);
            console.setContext(logging);
            console.setEncoder(layout);
            console.setTarget("System.err");
            console.start();
            Logger root = logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.addAppender(console);
            root.setLevel(Level.WARN);
        }
    }

    /** Before Logback is configured, it logs to an appender of this name; Spring Boot's is called CONSOLE. */
    private static boolean isUntouched(LoggerContext logging) {
        return logging.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("console") != null;
    }
}

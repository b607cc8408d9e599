package com.emlyon.connect.attack;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.pattern.DynamicConverter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.Environment;

/**
 * The layouts of the log, as our settings have them. The running log's own is no measure in a test: it is one for the whole
 * process, and every node that starts changes it.
 */
enum LogLayout {
    FOR_READERS("default") {
        @Override
        Encoder<ILoggingEvent> encoder(LoggerContext context, Environment environment) {
            context.putObject(
                    CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS,
                    Map.<String, Supplier<DynamicConverter<?>>>of(
                            "clr", ColorConverter::new, "wEx", ExtendedWhitespaceThrowableProxyConverter::new));
            PatternLayoutEncoder encoder = new PatternLayoutEncoder();
            encoder.setPattern(environment.getRequiredProperty("logging.pattern.console"));
            return encoder;
        }
    },
    FOR_MACHINES("production") {
        @Override
        Encoder<ILoggingEvent> encoder(LoggerContext context, Environment environment) {
            StructuredLogEncoder encoder = new StructuredLogEncoder();
            encoder.setFormat(environment.getRequiredProperty("logging.structured.format.console"));
            return encoder;
        }
    };

    private final Encoder<ILoggingEvent> encoder;

    LogLayout(String profile) {
        LoggerContext context = new LoggerContext();
        Environment environment = environmentOf(profile);
        context.putObject(Environment.class.getName(), environment);
        this.encoder = encoder(context, environment);
        this.encoder.setContext(context);
        this.encoder.start();
    }

    abstract Encoder<ILoggingEvent> encoder(LoggerContext context, Environment environment);

    String of(ILoggingEvent event) {
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private static Environment environmentOf(String profile) {
        Environment[] environment = new Environment[1];
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.profiles.active=" + profile)
                .run(application -> environment[0] = application.getEnvironment());
        return Objects.requireNonNull(environment[0]);
    }
}

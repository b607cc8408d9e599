package com.emlyon.connect.app.settings;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Activates the profile {@code production} for {@code NODE_ENV=production}, before the configuration files of the
 * profile are read.
 */
final class ProductionProfile implements EnvironmentPostProcessor, Ordered {

    static final String NAME = "production";
    private static final String DEVELOPMENT = "development";

    /** Other values are refused: a misspelt one would silently turn off the restrictions of production. */
    private static final List<String> KINDS = List.of(DEVELOPMENT, "test", NAME);

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        apply(environment);
    }

    static boolean isActive(ConfigurableEnvironment environment) {
        return List.of(environment.getActiveProfiles()).contains(NAME);
    }

    static void apply(ConfigurableEnvironment environment) {
        String kind = Variables.of(environment).text("NODE_ENV").orElse(DEVELOPMENT);
        if (!KINDS.contains(kind)) {
            throw new StartRefused("NODE_ENV must be development, test or production, but is \"%s\".".formatted(kind));
        }
        if (kind.equals(NAME)) {
            environment.addActiveProfile(NAME);
        }
    }
}

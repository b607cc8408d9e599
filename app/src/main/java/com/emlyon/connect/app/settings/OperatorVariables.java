package com.emlyon.connect.app.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * Translates the operators' variables into properties of Spring's environment, before the application context is
 * created.
 */
final class OperatorVariables implements EnvironmentPostProcessor, Ordered {

    private static final String SOURCE = "operatorVariables";
    private static final String DATABASE = "spring.datasource.url";

    @Override
    public int getOrder() {
        // After the configuration files, because they too may make the profile active.
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        apply(environment);
    }

    static void apply(ConfigurableEnvironment environment) {
        ProductionRefusals.of(environment).forEach(refused -> {
            throw refused;
        });
        apply(environment, new Translation(Variables.of(environment), ProductionProfile.isActive(environment), here()));
    }

    /** Passes invalid settings to the consumer instead of throwing, and creates no secrets. */
    static void examine(ConfigurableEnvironment environment, Consumer<StartRefused> problems) {
        ProductionRefusals.of(environment).forEach(problems);
        apply(
                environment,
                new Translation(
                        Variables.of(environment), ProductionProfile.isActive(environment), here(), problems, false));
    }

    private static Path here() {
        return Path.of("").toAbsolutePath();
    }

    private static void apply(ConfigurableEnvironment environment, Translation translation) {
        MutablePropertySources sources = environment.getPropertySources();
        Map<String, Object> properties = translation.properties();
        boolean given = properties.containsKey(DATABASE) || environment.containsProperty(DATABASE);
        properties.put("connect.database.embedded", !given);
        place(sources, new MapPropertySource(SOURCE, properties));
    }

    /**
     * Placed after the environment variables: properties from the command line, system properties and tests take
     * precedence.
     */
    private static void place(MutablePropertySources sources, MapPropertySource properties) {
        String environment = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        if (sources.contains(environment)) {
            sources.addAfter(environment, properties);
        } else {
            sources.addFirst(properties);
        }
    }
}

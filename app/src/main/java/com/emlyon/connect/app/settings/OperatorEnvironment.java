package com.emlyon.connect.app.settings;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Reads the settings as the service would, for commands that do not start a Spring Boot application, which takes
 * seconds.
 */
public final class OperatorEnvironment {

    private OperatorEnvironment() {}

    /**
     * Reads the settings from the arguments, the environment variables and the configuration files.
     *
     * @throws StartRefused for the first invalid setting
     */
    public static ConfigurableEnvironment of(List<String> arguments) {
        ConfigurableEnvironment environment = bare(arguments);
        ProductionProfile.apply(environment);
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        OperatorVariables.apply(environment);
        return environment;
    }

    /**
     * Reads all settings even when some are invalid, and creates no secrets.
     *
     * @param problems is called for each invalid setting
     */
    public static ConfigurableEnvironment examined(List<String> arguments, Consumer<StartRefused> problems) {
        ConfigurableEnvironment environment = bare(arguments);
        try {
            ProductionProfile.apply(environment);
        } catch (StartRefused wrong) {
            problems.accept(wrong);
        }
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        OperatorVariables.examine(environment, problems);
        return environment;
    }

    private static ConfigurableEnvironment bare(List<String> arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setConversionService(new ApplicationConversionService());
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}

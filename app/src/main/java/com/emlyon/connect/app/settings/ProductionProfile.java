package com.emlyon.connect.app.settings;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Takes {@code NODE_ENV=production} for the profile of that name, before its configuration files are read. */
final class ProductionProfile implements EnvironmentPostProcessor, Ordered {

    static final String NAME = "production";

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (Variables.of(environment).text("NODE_ENV").filter(NAME::equals).isPresent()) {
            environment.addActiveProfile(NAME);
        }
    }
}

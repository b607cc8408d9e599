package com.emlyon.platform.eventstore.axon;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What an application with this event store usually wants of Axon; every property can be set otherwise. Without it,
 * Axon would write messages with XStream, look for updates over the network, and walk the stack for each message.
 */
final class AxonDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> PROPERTIES = Map.of(
            "axon.axonserver.enabled", "false",
            "axon.timeout.enabled", "false",
            "axon.update-check.disabled", "true",
            "axon.serializer.general", "jackson3",
            "axon.serializer.events", "jackson3",
            "axon.serializer.messages", "jackson3");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("event-store", PROPERTIES));
    }
}

package com.emlyon.connect.app.settings;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;

/** The operators' variables as they were set; an empty one counts as unset. */
@FunctionalInterface
interface Variables {

    @Nullable
    String given(String name);

    /** The unchanged values, as a password may contain what Spring would replace as a placeholder. */
    static Variables of(ConfigurableEnvironment environment) {
        return name -> environment.getPropertySources().stream()
                .map(source -> source.getProperty(name))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElse(null);
    }

    /** The unchanged value; empty when it is unset or blank. */
    default Optional<String> exact(String name) {
        return Optional.ofNullable(given(name)).filter(value -> !value.isBlank());
    }

    /** The value without surrounding white space; empty when it is unset or blank. */
    default Optional<String> text(String name) {
        return exact(name).map(String::strip);
    }
}

package com.emlyon.connect.app.startup;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;

/**
 * A setting whose value is not valid.
 *
 * @param variable the environment variable of the setting
 * @param wanted the kind of value that is needed
 * @param given the value, unless it may be a secret
 * @param reason why the value is refused; null when the code that refuses it gives no reason
 */
record WrongSetting(
        String variable,
        String wanted,
        @Nullable String given,
        @Nullable String reason) {

    static WrongSetting of(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        String name = property == null
                ? failure.getName().toString()
                : property.getName().toString();
        String value = property == null ? null : String.valueOf(property.getValue());
        return new WrongSetting(
                variable(name),
                kind(failure.getTarget().getType().resolve(Object.class)),
                isSecret(name) ? null : value,
                reason(failure).orElse(null));
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static boolean isSecret(String property) {
        return property.contains("secret") || property.contains("password") || property.contains("accepted");
    }

    private static String kind(Class<?> type) {
        if (type == Duration.class) {
            return "a time such as 30s, 15m or 1h";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type == int.class || type == long.class || type == Integer.class || type == Long.class
                ? "a whole number"
                : "a value of another kind";
    }

    /** Constructors of settings throw an {@link IllegalArgumentException} whose message says which values are valid. */
    private static Optional<String> reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = Objects.requireNonNullElse(cause.getMessage(), "");
            if (cause.getClass() == IllegalArgumentException.class && message.startsWith("connect.")) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    String sentence() {
        if (reason != null) {
            int colon = reason.indexOf(':');
            return "%s:%s.".formatted(variable(reason.substring(0, colon)), reason.substring(colon + 1));
        }
        return given == null
                ? "%s must be %s.".formatted(variable, wanted)
                : "%s must be %s, but is \"%s\".".formatted(variable, wanted, given);
    }
}

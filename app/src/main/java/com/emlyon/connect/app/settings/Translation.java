package com.emlyon.connect.app.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Translates the operators' variables into Spring properties.
 *
 * @param refused is called for each invalid variable; when it returns, the other variables are still translated
 * @param makesSecrets whether secrets that are not set are created and stored
 */
record Translation(
        Variables variables,
        boolean production,
        Path workingDirectory,
        Consumer<StartRefused> refused,
        boolean makesSecrets) {

    /** A translation that throws for the first invalid variable, and creates missing secrets. */
    Translation(Variables variables, boolean production, Path workingDirectory) {
        this(
                variables,
                production,
                workingDirectory,
                wrong -> {
                    throw wrong;
                },
                true);
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        Path data = tried(() -> DataFolder.parse(variables.text("DATA_DIR").orElse("data"), workingDirectory))
                .orElseGet(() -> workingDirectory.resolve("data"));
        put(properties, "connect.data", data.toString());
        put(properties, "connect.uploads", data.resolve("uploads").toString());
        Optional<Integer> port = variables.text("PORT").flatMap(value -> tried(() -> Port.parse("PORT", value)));
        port.ifPresent(given -> put(properties, "server.port", given.toString()));
        tried(() -> ManagementPort.find(variables.text("MANAGEMENT_PORT"), port, production))
                .flatMap(Function.identity())
                .ifPresent(management -> put(properties, "management.server.port", management.toString()));
        variables
                .text("BASE_URL")
                .flatMap(value -> tried(() -> BaseUrl.parse(value)))
                .ifPresent(url -> put(properties, "connect.base-url", url));
        variables
                .text("JWT_EXPIRES_IN")
                .flatMap(value -> tried(() -> ExpiresIn.parse(value)))
                .ifPresent(lifetime -> put(properties, "connect.jwt.expires-in", lifetime.toString()));
        put(properties, "connect.origins", list("FRONTEND_URL", value -> Origins.parse(value, production)));
        put(properties, "connect.admins", list("ADMIN_EMAILS", AdminEmails::parse));
        String proxies = list("TRUSTED_PROXIES", TrustedProxies::parse);
        put(properties, "server.forward-headers-strategy", proxies.isEmpty() ? "none" : "native");
        put(properties, "server.tomcat.remoteip.internal-proxies", proxies);
        variables
                .text("DATABASE_URL")
                .flatMap(value -> tried(() -> DatabaseUrl.parse(value)))
                .ifPresent(url -> putDatabase(properties, url));
        putSecret(properties, "connect.jwt", Secret.OF_TOKENS, data);
        putSecret(properties, "connect.master", Secret.OF_KEYS, data);
        return properties;
    }

    private <T> Optional<T> tried(Supplier<T> translation) {
        try {
            return Optional.of(translation.get());
        } catch (StartRefused wrong) {
            refused.accept(wrong);
            return Optional.empty();
        }
    }

    private String list(String variable, Function<String, List<String>> translation) {
        return String.join(
                ",",
                tried(() -> translation.apply(variables.text(variable).orElse("")))
                        .orElse(List.of()));
    }

    private void putSecret(Map<String, Object> properties, String prefix, Secret secret, Path data) {
        tried(() -> makesSecrets
                        ? Optional.of(secret.find(variables.exact(secret.variable()), production, data))
                        : secret.look(variables.exact(secret.variable()), production, data))
                .flatMap(Function.identity())
                .ifPresent(found -> put(properties, prefix + ".secret", found));
        List<String> accepted = tried(() -> secret.alsoAccepted(variables.exact(secret.accepted())))
                .orElse(List.of());
        for (int i = 0; i < accepted.size(); i++) {
            put(properties, "%s.accepted[%d]".formatted(prefix, i), accepted.get(i));
        }
    }

    private static void putDatabase(Map<String, Object> properties, DatabaseUrl url) {
        put(properties, "spring.datasource.url", url.jdbcUrl());
        if (url.user() != null) {
            put(properties, "spring.datasource.username", url.user());
        }
        if (url.password() != null) {
            put(properties, "spring.datasource.password", url.password());
        }
    }

    /** Escapes placeholders, which Spring would otherwise replace inside a value. */
    private static void put(Map<String, Object> properties, String name, String value) {
        properties.put(name, value.replace("${", "\\${"));
    }
}

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
 * The Spring properties that follow from the operators' variables.
 *
 * @param refused takes what is wrong with a variable; when it returns, the other variables are translated all the same
 * @param makesSecrets whether secrets that are not given are made and kept
 */
record Translation(
        Variables variables,
        boolean production,
        Path workingDirectory,
        Consumer<StartRefused> refused,
        boolean makesSecrets) {

    /** One that throws what is wrong with the first variable that is. */
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

    /** Spring would take the signs of a placeholder inside a value for one. */
    private static void put(Map<String, Object> properties, String name, String value) {
        properties.put(name, value.replace("${", "\\${"));
    }
}

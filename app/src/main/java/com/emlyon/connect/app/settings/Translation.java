package com.emlyon.connect.app.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Spring properties that follow from the operators' variables. */
record Translation(Variables variables, boolean production, Path workingDirectory) {

    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        Path data = DataFolder.parse(variables.text("DATA_DIR").orElse("data"), workingDirectory);
        put(properties, "connect.data", data.toString());
        put(properties, "connect.uploads", data.resolve("uploads").toString());
        Optional<Integer> port = variables.text("PORT").map(value -> Port.parse("PORT", value));
        port.ifPresent(given -> put(properties, "server.port", given.toString()));
        ManagementPort.find(variables.text("MANAGEMENT_PORT"), port, production)
                .ifPresent(management -> put(properties, "management.server.port", management.toString()));
        variables.text("BASE_URL").map(BaseUrl::parse).ifPresent(url -> put(properties, "connect.base-url", url));
        variables
                .text("JWT_EXPIRES_IN")
                .map(ExpiresIn::parse)
                .ifPresent(lifetime -> put(properties, "connect.jwt.expires-in", lifetime.toString()));
        String origins =
                String.join(",", Origins.parse(variables.text("FRONTEND_URL").orElse(""), production));
        put(properties, "connect.origins", origins);
        put(
                properties,
                "connect.admins",
                String.join(
                        ",", AdminEmails.parse(variables.text("ADMIN_EMAILS").orElse(""))));
        List<String> proxies =
                TrustedProxies.parse(variables.text("TRUSTED_PROXIES").orElse(""));
        put(properties, "server.forward-headers-strategy", proxies.isEmpty() ? "none" : "native");
        put(properties, "server.tomcat.remoteip.internal-proxies", String.join(",", proxies));
        variables.text("DATABASE_URL").map(DatabaseUrl::parse).ifPresent(url -> putDatabase(properties, url));
        putSecret(properties, "connect.jwt", Secret.OF_TOKENS, data);
        putSecret(properties, "connect.master", Secret.OF_KEYS, data);
        return properties;
    }

    private void putSecret(Map<String, Object> properties, String prefix, Secret secret, Path data) {
        put(properties, prefix + ".secret", secret.find(variables.exact(secret.variable()), production, data));
        List<String> accepted = secret.alsoAccepted(variables.exact(secret.accepted()));
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

package com.emlyon.connect.app.settings;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The decoded query parameters of {@code DATABASE_URL}. */
record UrlParameters(Map<String, String> values) {

    private static final Set<String> CREDENTIALS = Set.of("user", "password");

    /** Parameters of the Prisma client that the JDBC driver does not know. */
    private static final Set<String> ONLY_PRISMA = Set.of(
            "schema",
            "connection_limit",
            "pool_timeout",
            "pgbouncer",
            "statement_cache_size",
            "sslaccept",
            "sslidentity");

    /** Parameters of libpq and Prisma that the JDBC driver spells differently. */
    private static final Map<String, String> SPELLED_BY_JDBC = Map.of(
            "connect_timeout", "connectTimeout",
            "socket_timeout", "socketTimeout",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding");

    static UrlParameters parse(@Nullable String text, boolean plusIsPlus) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : (text == null ? "" : text).split("&", -1)) {
            if (!parameter.isBlank()) {
                String[] nameAndValue = parameter.split("=", 2);
                values.put(nameAndValue[0], nameAndValue.length == 1 ? "" : decoded(nameAndValue[1], plusIsPlus));
            }
        }
        return new UrlParameters(values);
    }

    @Nullable
    String find(String name) {
        return values.get(name);
    }

    /** The parameters for a JDBC URL, with the question mark; without user and password. */
    String forJdbc() {
        String parameters = values.entrySet().stream()
                .filter(parameter -> !CREDENTIALS.contains(parameter.getKey()))
                .filter(parameter -> !ONLY_PRISMA.contains(parameter.getKey()))
                .map(parameter -> SPELLED_BY_JDBC.getOrDefault(parameter.getKey(), parameter.getKey())
                        + "="
                        + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? "" : "?" + parameters;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String decoded(String text, boolean plusIsPlus) {
        try {
            return URLDecoder.decode(plusIsPlus ? text.replace("+", "%2B") : text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StartRefused(
                    "DATABASE_URL contains a % that is not followed by two hexadecimal digits; write it as %25.");
        }
    }
}

package com.emlyon.connect.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** {@code FRONTEND_URL}: the origins whose pages may call the service, in the spelling of browsers. */
final class Origins {

    private static final List<String> OF_DEVELOPERS = List.of("http://localhost:3000", "http://localhost:5173");

    private Origins() {}

    static List<String> parse(String value, boolean production) {
        Set<String> origins = new LinkedHashSet<>();
        for (String origin : value.split(",", -1)) {
            if (!origin.isBlank()) {
                origins.add(origin(origin.strip()));
            }
        }
        if (!production) {
            origins.addAll(OF_DEVELOPERS);
        }
        return List.copyOf(origins);
    }

    private static String origin(String text) {
        try {
            URI uri = new URI(text).parseServerAuthority();
            String scheme = Objects.toString(uri.getScheme(), "").toLowerCase(Locale.ROOT);
            boolean bare = uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && ("".equals(uri.getRawPath()) || "/".equals(uri.getRawPath()));
            if (!scheme.isEmpty() && uri.getHost() != null && bare && uri.getPort() <= 65_535) {
                return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port(scheme, uri.getPort());
            }
        } catch (URISyntaxException e) {
            throw refused(text);
        }
        throw refused(text);
    }

    /** Browsers omit the default port of the scheme. */
    private static String port(String scheme, int port) {
        boolean implied = port == -1 || port == ("https".equals(scheme) ? 443 : 80);
        return implied ? "" : ":" + port;
    }

    private static StartRefused refused(String text) {
        return new StartRefused(
                "FRONTEND_URL must list origins such as https://connect.example.org (scheme, host and port only),"
                        + " separated by commas, but contains \"%s\".".formatted(text));
    }
}

package com.emlyon.connect.app.settings;

import java.net.URI;
import java.net.URISyntaxException;

/** {@code BASE_URL}: the prefix of the relative addresses of uploaded pictures. */
final class BaseUrl {

    private BaseUrl() {}

    static String parse(String value) {
        try {
            URI uri = new URI(value).parseServerAuthority();
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (web && bare && uri.getHost() != null && uri.getPort() <= 65_535) {
                return value.replaceAll("/+$", "");
            }
        } catch (URISyntaxException e) {
            throw refused(value);
        }
        throw refused(value);
    }

    private static StartRefused refused(String value) {
        return new StartRefused(
                "BASE_URL must be an address such as https://connect.example.org, but is \"%s\".".formatted(value));
    }
}

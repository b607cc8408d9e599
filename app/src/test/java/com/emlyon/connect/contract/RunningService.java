package com.emlyon.connect.contract;

import java.net.URI;

/** The service under test, named by the system properties {@code contract.base} and {@code contract.secret}. */
final class RunningService {

    private final URI base = URI.create(required("contract.base"));
    private final String secret = required("contract.secret");

    /** Scheme, host and port of the service, without a path. */
    URI http() {
        return base;
    }

    /** The WebSocket endpoint, path included, without a query. */
    URI ws() {
        return URI.create(base.toString().replaceFirst("^http", "ws") + "/ws");
    }

    /** The secret with which the service signs its tokens; its UTF-8 bytes are the key. */
    String jwtSecret() {
        return secret;
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null || value.isEmpty()) {
            throw new IllegalStateException("The contract tests need the system property " + property);
        }
        return value;
    }
}

package com.emlyon.connect.contract;

import com.emlyon.connect.app.TestNode;
import java.net.URI;

/**
 * The service under test: the one that the tests share, or a running one that is named by the system properties
 * {@code contract.base} and {@code contract.secret}.
 */
final class RunningService {

    private final String named = System.getProperty("contract.base", "");

    /** Scheme, host and port of the service, without a path. */
    URI http() {
        return named.isEmpty() ? TestNode.shared().http() : URI.create(named);
    }

    /** The WebSocket endpoint, path included, without a query. */
    URI ws() {
        return URI.create(http().toString().replaceFirst("^http", "ws") + "/ws");
    }

    /** The secret with which the service signs its tokens; its UTF-8 bytes are the key. */
    String jwtSecret() {
        return named.isEmpty() ? TestNode.JWT_SECRET : System.getProperty("contract.secret", "");
    }
}

package com.emlyon.connect.contract;

import com.emlyon.connect.app.TestNode;
import java.net.URI;
import java.util.function.Supplier;

/** A service to ask: where it listens, and the secret with which it signs its tokens (its UTF-8 bytes are the key). */
record RunningService(Supplier<URI> base, String jwtSecret) {

    /**
     * The service under contract: the one that the tests share, or a running one that is named by the system properties
     * {@code contract.base} and {@code contract.secret}.
     */
    static RunningService underContract() {
        String named = System.getProperty("contract.base", "");
        return named.isEmpty()
                ? new RunningService(() -> TestNode.shared().http(), TestNode.JWT_SECRET)
                : new RunningService(() -> URI.create(named), System.getProperty("contract.secret", ""));
    }

    /** One whose secret nobody needs to know. */
    static RunningService at(URI base) {
        return new RunningService(() -> base, "");
    }

    static RunningService on(TestNode node) {
        return new RunningService(node::http, TestNode.JWT_SECRET);
    }

    /** Scheme, host and port of the service, without a path. */
    URI http() {
        return base.get();
    }

    /** The WebSocket endpoint, path included, without a query. */
    URI ws() {
        return URI.create(http().toString().replaceFirst("^http", "ws") + "/ws");
    }
}

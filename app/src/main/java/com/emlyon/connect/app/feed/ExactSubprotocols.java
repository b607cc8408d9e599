package com.emlyon.connect.app.feed;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Selects a subprotocol only by its exact name (RFC 6455, 4.2.2). Spring ignores case, and would confirm a name that
 * the feed does not support.
 */
final class ExactSubprotocols extends DefaultHandshakeHandler {

    @Override
    protected @Nullable String selectProtocol(List<String> requested, WebSocketHandler handler) {
        List<String> spoken = determineHandlerSupportedProtocols(handler);
        return requested.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(spoken::contains)
                .findFirst()
                .orElse(null);
    }
}

package com.emlyon.connect.app.feed;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.web.socket.WebSocketSession;

/** What clients send when they connect: the subprotocol, and the parameters of the address. */
final class FeedProtocol {

    /** The subprotocol of clients that want single changes instead of full lists. */
    static final String CHANGES = "connect.v2";

    /** The parameter with the token of the caller. */
    static final String TOKEN = "token";

    /** The parameter with a ticket instead, for clients that keep their token out of addresses. */
    static final String TICKET = "ticket";

    /** The parameter with the position up to which the client has all changes. */
    static final String AFTER = "after";

    private FeedProtocol() {}

    /**
     * A parameter of the address with which a client has connected, decoded like form data (WHATWG URL, section 5.1);
     * the first of several. Empty when it is missing or has no value.
     */
    static Optional<String> parameter(WebSocketSession session, String name) {
        return Optional.ofNullable(session.getUri())
                .map(URI::getRawQuery)
                .flatMap(query -> first(query, name))
                .filter(Predicate.not(String::isEmpty));
    }

    private static Optional<String> first(String query, String name) {
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (name.equals(decoded(equals < 0 ? pair : pair.substring(0, equals)))) {
                return Optional.of(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    private static String decoded(String escaped) {
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }
}

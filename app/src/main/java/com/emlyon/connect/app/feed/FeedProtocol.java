package com.emlyon.connect.app.feed;

import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.util.UriComponentsBuilder;

/** What clients say when they connect: the subprotocol, and the parameters of the address. */
final class FeedProtocol {

    /** The subprotocol of those who want to be told changes instead of full lists. */
    static final String CHANGES = "connect.v2";

    /** Who they are. */
    static final String TOKEN = "token";

    /** The same, for those who keep their token out of addresses. */
    static final String TICKET = "ticket";

    /** Up to where they know everything. */
    static final String AFTER = "after";

    private FeedProtocol() {}

    /** A parameter of the address with which a client has connected; empty when it is not given, or blank. */
    static Optional<String> parameter(WebSocketSession session, String name) {
        return Optional.ofNullable(session.getUri())
                .map(uri -> UriComponentsBuilder.fromUri(uri)
                        .build()
                        .getQueryParams()
                        .getFirst(name))
                .filter(Predicate.not(String::isEmpty));
    }
}

package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.TokenClaims;
import java.util.List;
import org.springframework.web.socket.WebSocketSession;

/** The clients that are sent the same frames: decides which may join, and keeps those that have joined. */
interface FeedChannel {

    /** Whether the holder of a valid token may join. */
    boolean admits(Session session);

    /** The subprotocols that clients may ask for. */
    List<String> protocols();

    /** Makes the subscriber for a new connection, which has not joined yet. */
    Subscriber<?> subscriber(TokenClaims pass, WebSocketSession session);

    /** Adds a client: it is first sent the present state, or the changes that it has missed, and then every change. */
    void join(Subscriber<?> subscriber);

    /** Removes a client whose connection has closed. */
    void leave(Subscriber<?> subscriber);
}

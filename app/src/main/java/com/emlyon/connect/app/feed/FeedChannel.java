package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.TokenClaims;
import java.util.List;
import org.springframework.web.socket.WebSocketSession;

/** The clients that are sent the same frames: which may join, and which have. */
interface FeedChannel {

    /** Whether somebody with a valid token may listen. */
    boolean admits(Session session);

    /** The subprotocols that clients may ask for. */
    List<String> protocols();

    /** Somebody who wants to listen, and does not yet. */
    Subscriber<?> subscriber(TokenClaims pass, WebSocketSession session);

    /** Takes a client in: it gets the present state first, or what it has missed, and every change from then on. */
    void join(Subscriber<?> subscriber);

    /** Forgets a client that has gone. */
    void leave(Subscriber<?> subscriber);
}

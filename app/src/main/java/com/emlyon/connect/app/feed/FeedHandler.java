package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.Sessions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** The door of a feed: lets in whoever has a token in the address and belongs to its circle; what clients say is not listened to. */
final class FeedHandler extends TextWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(FeedHandler.class);
    private static final String SUBSCRIBER = Subscriber.class.getName();
    private static final CloseStatus TOKEN_MISSING = CloseStatus.POLICY_VIOLATION.withReason("Token manquant");
    private static final CloseStatus NOT_ALLOWED = CloseStatus.POLICY_VIOLATION.withReason("Non autorisé");

    /** Also said when the account behind a token goes. */
    static final CloseStatus TOKEN_INVALID = CloseStatus.POLICY_VIOLATION.withReason("Token invalide");

    private final Sessions sessions;
    private final Circle circle;
    private final Duration pingInterval;

    FeedHandler(Sessions sessions, Circle circle, Duration pingInterval) {
        this.sessions = sessions;
        this.circle = circle;
        this.pingInterval = pingInterval;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        Optional<String> token = tokenIn(session.getUri());
        if (token.isEmpty()) {
            refuse(session, TOKEN_MISSING);
            return;
        }
        try {
            Optional<Session> caller = sessions.behind(token.get());
            if (caller.isEmpty()) {
                refuse(session, TOKEN_INVALID);
                return;
            }
            if (!circle.admits(caller.get())) {
                refuse(session, NOT_ALLOWED);
                return;
            }
            Subscriber subscriber = new Subscriber(caller.get().account(), session, pingInterval);
            session.getAttributes().put(SUBSCRIBER, subscriber);
            circle.join(subscriber);
        } catch (DataAccessException unanswered) {
            // Spring would log the address of the session, and with it the token.
            log.error("A client of the feed could not be let in", unanswered);
            session.close(CloseStatus.SERVICE_RESTARTED);
        }
    }

    private static Optional<String> tokenIn(@Nullable URI address) {
        return Optional.ofNullable(address)
                .map(uri -> UriComponentsBuilder.fromUri(uri)
                        .build()
                        .getQueryParams()
                        .getFirst("token"))
                .filter(Predicate.not(String::isEmpty));
    }

    private static void refuse(WebSocketSession session, CloseStatus status) throws IOException {
        log.info("Refused a client of the feed: {}", status.getReason());
        session.close(status);
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        heard(session);
    }

    /** Ignored like every other message; Spring would close the connection. */
    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        heard(session);
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        heard(session);
    }

    private static void heard(WebSocketSession session) {
        if (session.getAttributes().get(SUBSCRIBER) instanceof Subscriber subscriber) {
            subscriber.heard();
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        log.debug("A connection of the feed broke", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (session.getAttributes().get(SUBSCRIBER) instanceof Subscriber subscriber) {
            subscriber.ended();
            circle.leave(subscriber);
        }
    }
}

package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.Sessions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** The door of a feed: lets in whoever has a token in the address and belongs to its circle; what clients say is not listened to. */
final class FeedHandler extends TextWebSocketHandler implements SubProtocolCapable {

    private static final Logger log = LoggerFactory.getLogger(FeedHandler.class);
    private static final String SUBSCRIBER = Subscriber.class.getName();
    private static final CloseStatus TOKEN_MISSING = CloseStatus.POLICY_VIOLATION.withReason("Token manquant");
    private static final CloseStatus NOT_ALLOWED = CloseStatus.POLICY_VIOLATION.withReason("Non autorisé");

    /** Also said when the account behind a token goes. */
    static final CloseStatus TOKEN_INVALID = CloseStatus.POLICY_VIOLATION.withReason("Token invalide");

    private final Sessions sessions;
    private final Circle circle;

    FeedHandler(Sessions sessions, Circle circle) {
        this.sessions = sessions;
        this.circle = circle;
    }

    @Override
    public List<String> getSubProtocols() {
        return circle.protocols();
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        Optional<String> token = FeedProtocol.parameter(session, FeedProtocol.TOKEN);
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
            Subscriber<?> subscriber = circle.subscriber(caller.get().account(), session);
            session.getAttributes().put(SUBSCRIBER, subscriber);
            circle.join(subscriber);
        } catch (DataAccessException unanswered) {
            // Spring would log the address of the session, and with it the token.
            log.error("A client of the feed could not be let in", unanswered);
            session.close(CloseStatus.SERVICE_RESTARTED);
        }
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
        if (session.getAttributes().get(SUBSCRIBER) instanceof Subscriber<?> subscriber) {
            subscriber.heard();
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        log.debug("A connection of the feed broke", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (session.getAttributes().get(SUBSCRIBER) instanceof Subscriber<?> subscriber) {
            subscriber.ended();
            circle.leave(subscriber);
        }
    }
}

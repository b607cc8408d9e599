package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.feed.Seats.Refusal;
import com.emlyon.connect.app.feed.Seats.Seat;
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
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** The door of a feed: lets in whoever has a token in the address and belongs to its circle; what clients say is not listened to. */
final class FeedHandler extends TextWebSocketHandler implements SubProtocolCapable {

    private static final Logger log = LoggerFactory.getLogger(FeedHandler.class);
    private static final String SUBSCRIBER = Subscriber.class.getName();
    private static final String SEAT = Seat.class.getName();
    private static final CloseStatus TOKEN_MISSING = CloseStatus.POLICY_VIOLATION.withReason("Token manquant");
    private static final CloseStatus NOT_ALLOWED = CloseStatus.POLICY_VIOLATION.withReason("Non autorisé");

    /** Also said when the account behind a token goes. */
    static final CloseStatus TOKEN_INVALID = CloseStatus.POLICY_VIOLATION.withReason("Token invalide");

    private final Sessions sessions;
    private final Circle circle;
    private final Seats seats;
    private final SocketLimits limits;

    FeedHandler(Sessions sessions, Circle circle, Seats seats, SocketLimits limits) {
        this.sessions = sessions;
        this.circle = circle;
        this.seats = seats;
        this.limits = limits;
    }

    @Override
    public List<String> getSubProtocols() {
        return circle.protocols();
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        limits.begin(session);
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
            switch (seats.take(caller.get().account())) {
                case Refusal refusal -> refuse(session, refusal.status());
                case Seat seat -> seat(session, caller.get().account(), seat);
            }
        } catch (DataAccessException unanswered) {
            // Spring would log the address of the session, and with it the token.
            log.error("A client of the feed could not be let in", unanswered);
            session.close(CloseStatus.SERVICE_RESTARTED);
        }
    }

    private void seat(WebSocketSession session, AccountId account, Seat seat) {
        session.getAttributes().put(SEAT, seat);
        if (!session.isOpen()) {
            // It has gone meanwhile, and nobody will say so again.
            seat.leave();
            return;
        }
        Subscriber<?> subscriber = circle.subscriber(account, session);
        session.getAttributes().put(SUBSCRIBER, subscriber);
        circle.join(subscriber);
    }

    private static void refuse(WebSocketSession session, CloseStatus status) throws IOException {
        log.info("Refused a client of the feed: {}", status.getReason());
        session.close(status);
    }

    /** What is too much should be noticed before it was kept as a whole. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage part) {
        heard(session, part);
    }

    /** Ignored like every other message; Spring would close the connection. */
    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage part) {
        heard(session, part);
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        heard(session, message);
    }

    private void heard(WebSocketSession session, WebSocketMessage<?> part) {
        if (session.isOpen() && session.getAttributes().get(SUBSCRIBER) instanceof Subscriber<?> subscriber) {
            subscriber.heard();
            limits.hear(session, part).ifPresent(tooMuch -> {
                log.info("Parted from a client of the feed: {}", tooMuch.getReason());
                subscriber.close(tooMuch);
            });
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        log.debug("A connection of the feed broke", failure);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (session.getAttributes().get(SEAT) instanceof Seat seat) {
            seat.leave();
        }
        if (session.getAttributes().get(SUBSCRIBER) instanceof Subscriber<?> subscriber) {
            subscriber.ended();
            circle.leave(subscriber);
        }
    }
}

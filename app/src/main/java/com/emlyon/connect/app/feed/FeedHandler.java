package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.security.Pass;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.Tickets;
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

/** The door of a feed: lets in whoever has a token or a ticket in the address and belongs to its circle; what clients say is not listened to. */
final class FeedHandler extends TextWebSocketHandler implements SubProtocolCapable {

    private static final Logger log = LoggerFactory.getLogger(FeedHandler.class);
    private static final String SUBSCRIBER = Subscriber.class.getName();
    private static final CloseStatus TOKEN_MISSING = CloseStatus.POLICY_VIOLATION.withReason("Token manquant");
    private static final CloseStatus TICKET_INVALID = CloseStatus.POLICY_VIOLATION.withReason("Ticket invalide");
    private static final CloseStatus NOT_ALLOWED = CloseStatus.POLICY_VIOLATION.withReason("Non autorisé");

    /** Also said when the account behind a token goes. */
    static final CloseStatus TOKEN_INVALID = CloseStatus.POLICY_VIOLATION.withReason("Token invalide");

    private final Sessions sessions;
    private final Tickets tickets;
    private final Doorkeeper doorkeeper;
    private final Circle circle;

    FeedHandler(Sessions sessions, Tickets tickets, Doorkeeper doorkeeper, Circle circle) {
        this.sessions = sessions;
        this.tickets = tickets;
        this.doorkeeper = doorkeeper;
        this.circle = circle;
    }

    @Override
    public List<String> getSubProtocols() {
        return circle.protocols();
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        Optional<String> ticket = FeedProtocol.parameter(session, FeedProtocol.TICKET);
        Optional<String> token = FeedProtocol.parameter(session, FeedProtocol.TOKEN);
        try {
            if (ticket.isPresent()) {
                letIn(tickets.use(ticket.get()), session, TICKET_INVALID);
            } else if (token.isPresent()) {
                letIn(sessions.read(token.get()), session, TOKEN_INVALID);
            } else {
                refuse(session, TOKEN_MISSING);
            }
        } catch (DataAccessException unanswered) {
            // Spring would log the address of the session, and with it the token or the ticket.
            log.error("A client of the feed could not be let in", unanswered);
            session.close(CloseStatus.SERVICE_RESTARTED);
        }
    }

    private void letIn(Optional<Pass> pass, WebSocketSession session, CloseStatus otherwise) throws IOException {
        if (pass.isEmpty()) {
            refuse(session, otherwise);
            return;
        }
        Subscriber<?> subscriber = circle.subscriber(pass.get(), session);
        session.getAttributes().put(SUBSCRIBER, subscriber);
        // Before the look at the session: it may end at any moment, and then somebody has to know.
        doorkeeper.watch(subscriber);
        Optional<Session> caller = sessions.behind(pass.get());
        if (caller.isEmpty()) {
            refuse(session, otherwise);
        } else if (!circle.admits(caller.get())) {
            refuse(session, NOT_ALLOWED);
        } else {
            circle.join(subscriber);
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
            doorkeeper.forget(subscriber);
            circle.leave(subscriber);
        }
    }
}

package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.feed.ConnectionLimiter.Seat;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.Tickets;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.personal.MasterKeyAvailability;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * Authenticates new connections of a feed by the token or the ticket in their address, and lets those join whose
 * session the channel admits. Messages of clients are ignored.
 */
final class FeedHandler extends TextWebSocketHandler implements SubProtocolCapable {

    private static final Logger log = LoggerFactory.getLogger(FeedHandler.class);
    private static final String SUBSCRIBER = Subscriber.class.getName();
    private static final String SEAT = Seat.class.getName();
    private static final String CLOSED = FeedHandler.class.getName() + ".closed";

    private final Sessions sessions;
    private final Tickets tickets;
    private final SessionRevocationMonitor sessionRevocationMonitor;
    private final FeedChannel feedChannel;
    private final ConnectionLimiter connectionLimiter;
    private final DatabaseAvailability availability;
    private final MasterKeyAvailability masterKeys;
    private final SocketLimits limits;

    FeedHandler(
            Sessions sessions,
            Tickets tickets,
            SessionRevocationMonitor sessionRevocationMonitor,
            FeedChannel feedChannel,
            ConnectionLimiter connectionLimiter,
            DatabaseAvailability availability,
            MasterKeyAvailability masterKeys,
            SocketLimits limits) {
        this.sessions = sessions;
        this.tickets = tickets;
        this.sessionRevocationMonitor = sessionRevocationMonitor;
        this.feedChannel = feedChannel;
        this.connectionLimiter = connectionLimiter;
        this.availability = availability;
        this.masterKeys = masterKeys;
        this.limits = limits;
    }

    @Override
    public List<String> getSubProtocols() {
        return feedChannel.protocols();
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        limits.begin(session);
        if (masterKeys.isMissing()) {
            session.close(FeedCloseReason.WITHOUT_DATABASE.status());
            return;
        }
        Optional<String> ticket = FeedProtocol.parameter(session, FeedProtocol.TICKET);
        Optional<String> token = FeedProtocol.parameter(session, FeedProtocol.TOKEN);
        try {
            if (ticket.isPresent()) {
                letIn(tickets.use(ticket.get()), session, FeedCloseReason.TICKET_INVALID);
            } else if (token.isPresent()) {
                letIn(sessions.read(token.get()), session, FeedCloseReason.TOKEN_INVALID);
            } else {
                refuse(session, FeedCloseReason.TOKEN_MISSING);
            }
        } catch (RuntimeException failure) {
            // Spring would log the address of the session, and with it the token or the ticket.
            if (availability.report(failure)) {
                log.debug("A client of the feed could not be let in: the database is away");
            } else {
                log.error("A client of the feed could not be let in", failure);
            }
            session.close(FeedCloseReason.WITHOUT_DATABASE.status());
        }
    }

    private void letIn(Optional<TokenClaims> pass, WebSocketSession session, FeedCloseReason otherwise)
            throws IOException {
        if (pass.isEmpty()) {
            refuse(session, otherwise);
            return;
        }
        Subscriber<?> subscriber = feedChannel.subscriber(pass.get(), session);
        session.getAttributes().put(SUBSCRIBER, subscriber);
        if (session.getAttributes().containsKey(CLOSED)) {
            return;
        }
        // Watched before the session is checked: the session may end at any moment, and the monitor has to close it
        // then.
        sessionRevocationMonitor.watch(subscriber);
        if (masterKeys.isMissing()) {
            // When the key was found missing, the watched connections were closed, perhaps before this one was watched.
            session.close(FeedCloseReason.WITHOUT_DATABASE.status());
            return;
        }
        Optional<Session> caller = sessions.behind(pass.get());
        if (caller.isEmpty()) {
            refuse(session, otherwise);
        } else if (!feedChannel.admits(caller.get())) {
            refuse(session, FeedCloseReason.NOT_ALLOWED);
        } else {
            Optional<Seat> seat = connectionLimiter.take(subscriber);
            if (seat.isPresent()) {
                sit(subscriber, session, seat.get());
            } else {
                refuse(session, FeedCloseReason.FULL);
            }
        }
    }

    private void sit(Subscriber<?> subscriber, WebSocketSession session, Seat seat) {
        session.getAttributes().put(SEAT, seat);
        if (subscriber.isConnected()) {
            feedChannel.join(subscriber);
        } else {
            // It was closed meanwhile, and afterConnectionClosed is not called again.
            seat.leave();
        }
    }

    private static void refuse(WebSocketSession session, FeedCloseReason why) throws IOException {
        log.info("Refused a client of the feed: {}", why.reason());
        session.close(why.status());
    }

    /** Partial messages, so that a message that is too long is noticed before it has been buffered as a whole. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage part) {
        heard(session, part);
    }

    /** Ignored like every other message; by default Spring would close the connection. */
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
                log.info("Parted from a client of the feed: {}", tooMuch.reason());
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
        // A thread in letIn either sees this mark, or has stored the subscriber that is read here.
        session.getAttributes().put(CLOSED, true);
        if (session.getAttributes().get(SUBSCRIBER) instanceof Subscriber<?> subscriber) {
            subscriber.ended();
            sessionRevocationMonitor.forget(subscriber);
            feedChannel.leave(subscriber);
        }
        if (session.getAttributes().get(SEAT) instanceof Seat seat) {
            seat.leave();
        }
    }
}

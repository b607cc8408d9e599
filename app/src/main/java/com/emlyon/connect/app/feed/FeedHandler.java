package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.availability.DatabaseAvailability;
import com.emlyon.connect.app.availability.MasterKeyAvailability;
import com.emlyon.connect.app.feed.ConnectionLimiter.Seat;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.Tickets;
import com.emlyon.connect.app.security.TokenClaims;
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

/** Opens connections of a feed to clients that have a token or a ticket in the address and may join its channel; messages of clients are ignored. */
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
        // Before the look at the session: it may end at any moment, and then somebody has to know.
        sessionRevocationMonitor.watch(subscriber);
        if (masterKeys.isMissing()) {
            // All others were closed at the moment in which it was found missing, perhaps before this one was watched.
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
            // It has gone meanwhile, and nobody will say so again.
            seat.leave();
        }
    }

    private static void refuse(WebSocketSession session, FeedCloseReason why) throws IOException {
        log.info("Refused a client of the feed: {}", why.reason());
        session.close(why.status());
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
        // Whoever is being let in at this moment has to see it, or be seen here.
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

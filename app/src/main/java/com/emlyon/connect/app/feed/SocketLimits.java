package com.emlyon.connect.app.feed;

import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.websocket.Constants;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/** Applies the limits of each connection of a feed: how long a send may take, and how much the client may send. */
final class SocketLimits {

    /**
     * How long the service tries to send a close frame (Tomcat would try for 50 milliseconds, too short under load),
     * and how long it waits for the client's close frame.
     */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);

    private static final String LISTENING = IncomingMessageLimiter.class.getName();

    private final FeedLimits limits;

    SocketLimits(FeedLimits limits) {
        this.limits = limits;
    }

    /** Sets the limits of a new connection. */
    void begin(WebSocketSession session) {
        session.getAttributes().put(LISTENING, new IncomingMessageLimiter(limits, System::nanoTime));
        if (session instanceof NativeWebSocketSession wrapper
                && wrapper.getNativeSession() instanceof Session connection) {
            Map<String, Object> properties = connection.getUserProperties();
            properties.put(
                    Constants.BLOCKING_SEND_TIMEOUT_PROPERTY,
                    limits.longestSend().toMillis());
            properties.put(Constants.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT_PROPERTY, LONGEST_FAREWELL.toMillis());
            properties.put(Constants.SESSION_CLOSE_TIMEOUT_PROPERTY, LONGEST_FAREWELL.toMillis());
        }
    }

    /** Counts a message, or a part of one; returns the limit that it exceeded, if any. */
    Optional<FeedCloseReason> hear(WebSocketSession session, WebSocketMessage<?> part) {
        if (!(session.getAttributes().get(LISTENING) instanceof IncomingMessageLimiter listening)) {
            return Optional.empty();
        }
        // A pong may come between the parts of a message.
        return part instanceof PongMessage
                ? listening.hear(0, false)
                : listening.hear(part.getPayloadLength(), part.isLast());
    }
}

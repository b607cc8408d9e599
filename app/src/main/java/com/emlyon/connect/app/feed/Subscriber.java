package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.AccountId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One connected client. A virtual thread of its own sends to it, so a slow one holds up nobody; at most the newest frame
 * of each kind waits for it, so it costs bounded memory and gets the newest state when it catches up.
 */
final class Subscriber {

    private static final Logger log = LoggerFactory.getLogger(Subscriber.class);
    private static final int MOST_UNANSWERED_PINGS = 3;

    private final AccountId account;
    private final WebSocketSession session;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingToSend = lock.newCondition();
    private final Deque<TextMessage> first = new ArrayDeque<>();
    private final Map<String, TextMessage> newest = new LinkedHashMap<>();
    private final Thread sender;
    private final Duration pingInterval;
    private final AtomicInteger unansweredPings = new AtomicInteger();

    /** Sends to the session, or a ping when there is nothing to send for as long as the interval. */
    Subscriber(AccountId account, WebSocketSession session, Duration pingInterval) {
        this.account = account;
        this.session = session;
        this.pingInterval = pingInterval;
        this.sender = Thread.ofVirtual().name("feed-" + session.getId()).unstarted(this::sendUntilClosed);
    }

    AccountId account() {
        return account;
    }

    /** Sends the first frame, before all others. */
    void start(TextMessage initial) {
        first.add(initial);
        sender.start();
    }

    /** Lets the frame be sent next; one of the same kind that still waits is outdated and dropped. */
    void offer(String kind, TextMessage frame) {
        lock.lock();
        try {
            newest.put(kind, frame);
            somethingToSend.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the client has shown a sign of life. */
    void heard() {
        unansweredPings.set(0);
    }

    /**
     * Ends the connection and tells the client why, on a thread that is returned: one that does not read would hold up
     * whoever waits until it has been told.
     */
    Thread close(CloseStatus status) {
        sender.interrupt();
        return Thread.startVirtualThread(() -> {
            try {
                session.close(status);
            } catch (IOException gone) {
                log.debug("A client was gone before it could be told why", gone);
            }
        });
    }

    /** Lets the sending thread go, as the connection has ended. */
    void ended() {
        sender.interrupt();
    }

    private void sendUntilClosed() {
        try {
            while (session.isOpen()) {
                for (WebSocketMessage<?> message : takeAll()) {
                    session.sendMessage(message);
                }
            }
        } catch (IOException | IllegalStateException gone) {
            log.debug("A client could no longer be reached", gone);
            close(CloseStatus.SESSION_NOT_RELIABLE);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private List<WebSocketMessage<?>> takeAll() throws InterruptedException, IOException {
        lock.lock();
        try {
            if (first.isEmpty()
                    && newest.isEmpty()
                    && !somethingToSend.await(pingInterval.toNanos(), TimeUnit.NANOSECONDS)) {
                return List.of(ping());
            }
            List<WebSocketMessage<?>> messages = new ArrayList<>(first);
            messages.addAll(newest.values());
            first.clear();
            newest.clear();
            return messages;
        } finally {
            lock.unlock();
        }
    }

    private PingMessage ping() throws IOException {
        if (unansweredPings.getAndIncrement() >= MOST_UNANSWERED_PINGS) {
            throw new IOException("No answer to pings");
        }
        return new PingMessage();
    }
}

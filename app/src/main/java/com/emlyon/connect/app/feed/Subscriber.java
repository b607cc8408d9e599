package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.app.websocket.SharedText;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One connected client. A virtual thread of its own sends to it what its outbox says, so a slow one holds up nobody.
 *
 * @param <O> how it is told changes
 */
final class Subscriber<O extends Outbox> {

    private static final Logger log = LoggerFactory.getLogger(Subscriber.class);
    private static final int MOST_UNANSWERED_PINGS = 3;

    private final TokenClaims pass;
    private final WebSocketSession session;
    private final O outbox;
    private final Duration beat;
    private final Thread sender;
    private final Semaphore signals = new Semaphore(0);
    private final AtomicInteger unansweredPings = new AtomicInteger();
    private volatile long firstUnansweredPing;
    private volatile boolean ended;

    /** Shows a sign of life as often as the beat says. */
    Subscriber(TokenClaims pass, WebSocketSession session, O outbox, Duration beat) {
        this.pass = pass;
        this.session = session;
        this.outbox = outbox;
        this.beat = beat;
        this.sender = Thread.ofVirtual().name("feed-" + session.getId()).unstarted(this::sendUntilClosed);
    }

    AccountId account() {
        return pass.account();
    }

    TokenClaims pass() {
        return pass;
    }

    O outbox() {
        return outbox;
    }

    /** Whether the connection has not ended; a session still calls itself open while it tells that it has ended. */
    boolean isConnected() {
        return !ended && session.isOpen();
    }

    /** Begins to send. */
    void start() {
        sender.start();
    }

    /** There may be something to send. */
    void wake() {
        signals.release();
    }

    /** Notes that the client has shown a sign of life. */
    void heard() {
        unansweredPings.set(0);
    }

    /**
     * Ends the connection and tells the client why, on a thread that is returned: one that does not read would hold up
     * whoever waits until it has been told. What is being sent is sent to its end: an interrupted send would end the connection
     * without a word.
     */
    Thread close(FeedCloseReason why) {
        return Thread.startVirtualThread(() -> {
            try {
                session.close(why.status());
            } catch (IOException gone) {
                log.debug("A client was gone before it could be told why", gone);
            } finally {
                sender.interrupt();
            }
        });
    }

    /** Lets the sending thread go, as the connection has ended. */
    void ended() {
        ended = true;
        sender.interrupt();
    }

    /** For how long a ping has waited for its answer; zero when all were answered. */
    Duration unansweredFor() {
        return unansweredPings.get() == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - firstUnansweredPing);
    }

    /** Whether a ping has waited for its answer for longer than a living client makes it wait. */
    boolean hasMissedPing() {
        return unansweredFor().compareTo(beat.dividedBy(2)) > 0;
    }

    private void sendUntilClosed() {
        long nextBeat = System.nanoTime() + beat.toNanos();
        try {
            while (session.isOpen()) {
                boolean woken = signals.tryAcquire(nextBeat - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (woken) {
                    signals.drainPermits();
                }
                SharedText.sendAll(outbox.take(), session);
                if (System.nanoTime() - nextBeat >= 0) {
                    showLife();
                    nextBeat = System.nanoTime() + beat.toNanos();
                }
            }
        } catch (IOException | RuntimeException gone) {
            log.debug("A client could no longer be reached", gone);
            close(FeedCloseReason.NOT_REACHED);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void showLife() throws IOException {
        Optional<SharedText> word = outbox.breakSilence();
        if (word.isPresent()) {
            word.get().sendTo(session);
        }
        if (unansweredPings.get() == 0) {
            firstUnansweredPing = System.nanoTime();
        }
        if (unansweredPings.getAndIncrement() >= MOST_UNANSWERED_PINGS) {
            throw new IOException("No answer to pings");
        }
        session.sendMessage(new PingMessage());
    }
}

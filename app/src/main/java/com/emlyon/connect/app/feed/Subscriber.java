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
 * One connected client. A virtual thread of its own sends the frames of its outbox, so a slow client delays no other.
 *
 * @param <O> the outbox, which decides how the client gets changes
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

    /** @param beat the interval between pings */
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

    /** Whether the connection is open. Spring's session still reports itself open while it reports its end. */
    boolean isConnected() {
        return !ended && session.isOpen();
    }

    /** Starts the sending thread. */
    void start() {
        sender.start();
    }

    /** Makes the sending thread look into the outbox. */
    void wake() {
        signals.release();
    }

    /** Notes that the client has sent something, such as a pong. */
    void heard() {
        unansweredPings.set(0);
    }

    /**
     * Closes the connection with this reason, on a new thread that is returned: a client that does not read would block
     * the caller. A frame that is being sent is not interrupted, as an interrupted send would end the connection
     * without a close frame.
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

    /** Ends the sending thread, after the connection has closed. */
    void ended() {
        ended = true;
        sender.interrupt();
    }

    /** How long the oldest unanswered ping has waited; zero when all were answered. */
    Duration unansweredFor() {
        return unansweredPings.get() == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - firstUnansweredPing);
    }

    /** Whether a ping has been unanswered for more than half an interval, longer than a client that is alive takes. */
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

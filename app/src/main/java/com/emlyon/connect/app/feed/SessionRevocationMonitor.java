package com.emlyon.connect.app.feed;

import static java.util.stream.Collectors.toSet;

import com.emlyon.connect.app.security.RevocationReason;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Closes the connections of all feeds whose client is no longer authorized: its token has expired, its session has
 * ended, or its account was deleted. The database notifies every node of ended sessions in the committing transaction.
 * As a notification may be missed, all sessions are also checked every 30 seconds.
 */
@Component
class SessionRevocationMonitor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SessionRevocationMonitor.class);
    private static final String CHANNEL = "session_ended";

    /** Stands for all accounts, when notifications may have been missed. */
    private static final String EVERYBODY = "";

    private static final Duration BETWEEN_LOOKS_AT_EVERYBODY = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Sessions sessions;
    private final DatabaseAvailability availability;
    private final Clock clock;
    private final Set<Subscriber<?>> watched = ConcurrentHashMap.newKeySet();
    private final Set<String> suspected = ConcurrentHashMap.newKeySet();
    private final Semaphore signals = new Semaphore(0);

    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(this::run);

    SessionRevocationMonitor(
            Sessions sessions, DatabaseAvailability availability, NotificationListener signals, Clock clock) {
        this.sessions = sessions;
        this.availability = availability;
        this.clock = clock;
        signals.on(CHANNEL, this::suspect);
    }

    /**
     * Watches a subscriber from now on. Callers watch first, then check the session, then let the client join: so a
     * client cannot join with an ended session, nor stay connected after its session ends.
     */
    void watch(Subscriber<?> subscriber) {
        watched.add(subscriber);
        if (!subscriber.isConnected()) {
            // It was closed before it was watched, and forget is not called again.
            watched.remove(subscriber);
        }
        signals.release();
    }

    /** Stops watching a subscriber whose connection has closed. */
    void forget(Subscriber<?> subscriber) {
        watched.remove(subscriber);
    }

    private void suspect(String account) {
        suspected.add(account);
        signals.release();
    }

    private void run() {
        long lookedAtEverybody = System.nanoTime();
        while (running) {
            try {
                if (signals.tryAcquire(untilTheNextExpires().toNanos(), TimeUnit.NANOSECONDS)) {
                    signals.drainPermits();
                }
                dismissTheExpired();
                long now = System.nanoTime();
                if (now - lookedAtEverybody > BETWEEN_LOOKS_AT_EVERYBODY.toNanos()) {
                    lookedAtEverybody = now;
                    suspected.add(EVERYBODY);
                }
                dismissTheEnded();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                if (!availability.report(failure)) {
                    log.error("It could not be found out whose session has ended; it will be tried again", failure);
                }
            }
        }
    }

    /** Ends the connections of all clients of all feeds. */
    void dismissAll(FeedCloseReason why) {
        List<Subscriber<?>> all = List.copyOf(watched);
        all.stream().filter(watched::remove).forEach(subscriber -> subscriber.close(why));
        if (!all.isEmpty()) {
            log.debug("Ended {} connections of the feeds with {}", all.size(), why.code());
        }
    }

    private Duration untilTheNextExpires() {
        Instant now = clock.instant();
        return watched.stream()
                .map(subscriber -> Duration.between(now, subscriber.pass().expiresAt()))
                .filter(left -> left.compareTo(LONGEST_PAUSE) < 0)
                .min(Duration::compareTo)
                .orElse(LONGEST_PAUSE);
    }

    private void dismissTheExpired() {
        Instant now = clock.instant();
        watched.stream()
                .filter(subscriber -> !subscriber.pass().expiresAt().isAfter(now))
                .forEach(subscriber -> dismiss(subscriber, FeedCloseReason.TOKEN_EXPIRED));
    }

    private void dismissTheEnded() {
        Set<String> accounts = Set.copyOf(suspected);
        // Before the query: an account that is reported while it runs has to be checked again.
        suspected.removeAll(accounts);
        List<Subscriber<?>> looked = watched.stream()
                .<Subscriber<?>>map(subscriber -> subscriber)
                .filter(subscriber -> accounts.contains(EVERYBODY)
                        || accounts.contains(subscriber.account().value()))
                .toList();
        if (looked.isEmpty()) {
            return;
        }
        try {
            Map<TokenClaims, RevocationReason> endings =
                    sessions.endingsOf(looked.stream().map(Subscriber::pass).collect(toSet()));
            for (Subscriber<?> subscriber : looked) {
                RevocationReason ending = endings.get(subscriber.pass());
                if (ending != null) {
                    dismiss(subscriber, farewell(ending));
                }
            }
        } catch (RuntimeException unknown) {
            suspected.addAll(accounts);
            throw unknown;
        }
    }

    private static FeedCloseReason farewell(RevocationReason ending) {
        return switch (ending) {
            case ACCOUNT_GONE -> FeedCloseReason.TOKEN_INVALID;
            case SESSION_ENDED -> FeedCloseReason.SESSION_ENDED;
        };
    }

    private void dismiss(Subscriber<?> subscriber, FeedCloseReason why) {
        if (watched.remove(subscriber)) {
            subscriber.close(why);
            log.info("Showed a client of the feed out: {}", why.reason());
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("session-revocation-monitor").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.feed.Frames.Frame;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.signal.Signals;
import com.emlyon.connect.app.store.CredentialTable;
import com.emlyon.connect.query.Projections;
import com.emlyon.connect.query.generation.Channels;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/**
 * Tells all connected clients of this node what has changed, whichever node changed it. One thread makes all frames, so
 * a client's {@code initial} always comes before, and is never newer than, what follows it. Changes that come close
 * together are told together; when nobody listens, nothing is read.
 */
@Component
class Feed implements Circle, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final long MILLIS_TO_GATHER_CHANGES = 50;
    private static final long MILLIS_BETWEEN_LOOKS_AT_THE_CLOCK = 1_000;

    private final Frames frames;
    private final Clock clock;
    private final Audience audience;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingToDo = lock.newCondition();
    private final List<Subscriber> newcomers = new ArrayList<>();
    private final Set<Topic> changed = EnumSet.noneOf(Topic.class);
    private boolean accountsDeleted;
    private Optional<Instant> checkInsValidUntil = Optional.empty();

    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(this::run);

    Feed(Frames frames, CredentialTable credentials, Clock clock, Signals signals, MeterRegistry meters) {
        this.frames = frames;
        this.clock = clock;
        this.audience = new Audience(credentials);
        signals.on(Channels.VIEW_CHANGED, this::changed);
        meters.gaugeCollectionSize("connect.sockets", List.of(), audience.members());
    }

    @Override
    public boolean admits(Session session) {
        return true;
    }

    @Override
    public void join(Subscriber subscriber) {
        lock.lock();
        try {
            newcomers.add(subscriber);
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void leave(Subscriber subscriber) {
        lock.lock();
        try {
            newcomers.remove(subscriber);
        } finally {
            lock.unlock();
        }
        if (audience.forget(subscriber)) {
            log.info("A client has left the feed; {} remain", audience.size());
        }
    }

    /** An empty name says that changes may have been missed. */
    private void changed(String projection) {
        lock.lock();
        try {
            for (Topic topic : Topic.values()) {
                if (projection.isEmpty() || topic.shows(projection)) {
                    changed.add(topic);
                }
            }
            accountsDeleted |= projection.isEmpty() || projection.equals(Projections.ACCOUNTS);
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (running) {
            try {
                Work work = awaitWork();
                if (work.accountsDeleted()) {
                    audience.dismissTheDeleted();
                }
                tellChanges(work.changed());
                welcome(work.newcomers());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                log.error("The feed could not tell a change; it will tell all of them with the next one", failure);
                changed("");
                pause();
            }
        }
    }

    private Work awaitWork() throws InterruptedException {
        lock.lock();
        try {
            while (changed.isEmpty() && newcomers.isEmpty() && !accountsDeleted && !aCheckInHasExpired()) {
                boolean woken = somethingToDo.await(MILLIS_BETWEEN_LOOKS_AT_THE_CLOCK, TimeUnit.MILLISECONDS);
                if (woken && newcomers.isEmpty()) {
                    gatherMore();
                }
            }
            if (aCheckInHasExpired()) {
                changed.add(Topic.CHECK_INS);
                checkInsValidUntil = Optional.empty();
            }
            Work work = new Work(Set.copyOf(changed), List.copyOf(newcomers), accountsDeleted);
            changed.clear();
            newcomers.clear();
            accountsDeleted = false;
            return work;
        } finally {
            lock.unlock();
        }
    }

    /** Waits a moment for changes that come close together, without making anybody new wait for them. */
    private void gatherMore() throws InterruptedException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(MILLIS_TO_GATHER_CHANGES);
        while (nanos > 0 && newcomers.isEmpty()) {
            nanos = somethingToDo.awaitNanos(nanos);
        }
    }

    private boolean aCheckInHasExpired() {
        return checkInsValidUntil.filter(end -> !clock.instant().isBefore(end)).isPresent();
    }

    private void tellChanges(Set<Topic> topics) {
        if (audience.isEmpty()) {
            return;
        }
        for (Topic topic : topics) {
            Frame frame = frames.current(topic);
            noteExpiry(topic == Topic.CHECK_INS, frame);
            audience.tell(topic.name(), frame.message());
        }
    }

    private void welcome(List<Subscriber> arrived) {
        if (arrived.isEmpty()) {
            return;
        }
        try {
            Frame initial = frames.initial();
            noteExpiry(true, initial);
            arrived.forEach(subscriber -> audience.welcome(subscriber, initial.message()));
            log.info("{} joined the feed; {} listen", arrived.size(), audience.size());
        } catch (RuntimeException failure) {
            arrived.forEach(subscriber -> subscriber.close(CloseStatus.SERVICE_RESTARTED));
            throw failure;
        }
    }

    private void noteExpiry(boolean showsCheckIns, Frame frame) {
        if (showsCheckIns) {
            lock.lock();
            try {
                checkInsValidUntil = frame.validUntil();
            } finally {
                lock.unlock();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MILLIS_BETWEEN_LOOKS_AT_THE_CLOCK);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("feed").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        audience.sayFarewell();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record Work(Set<Topic> changed, List<Subscriber> newcomers, boolean accountsDeleted) {}
}

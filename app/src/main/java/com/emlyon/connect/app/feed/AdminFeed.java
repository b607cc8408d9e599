package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.projection.ProjectionAnswer;
import com.emlyon.connect.app.projection.ProjectionState;
import com.emlyon.connect.app.projection.Rebuildables;
import com.emlyon.connect.app.security.Role;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.signal.Signals;
import com.emlyon.connect.app.store.CredentialTable;
import com.emlyon.connect.query.Projections;
import com.emlyon.connect.query.generation.Channels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells administrators how the projections stand, whenever that changes, at most twice a second. Nobody says how far a
 * rebuild has got, so while something moves the feed looks; when nobody listens, it does not.
 */
@Component
class AdminFeed implements Circle, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AdminFeed.class);
    private static final String KIND = "projections";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS_AT_NOTHING_NEW = Duration.ofSeconds(2);

    private final Rebuildables projections;
    private final JsonMapper json;
    private final Audience audience;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingToDo = lock.newCondition();
    private final List<Subscriber> newcomers = new ArrayList<>();
    private boolean signalled;
    private boolean accountsChanged;

    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(this::run);

    AdminFeed(Rebuildables projections, CredentialTable credentials, Signals signals, JsonMapper json) {
        this.projections = projections;
        this.json = json;
        this.audience = new Audience(credentials);
        List.of("facts", Channels.POSITION_REACHED, Channels.REBUILD_ASKED)
                .forEach(channel -> signals.on(channel, message -> signal(false)));
        signals.on(
                Channels.VIEW_CHANGED,
                projection -> signal(projection.isEmpty() || projection.equals(Projections.ACCOUNTS)));
    }

    @Override
    public boolean admits(Session session) {
        return session.role() == Role.ADMIN;
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
            log.info("An administrator has left the feed; {} remain", audience.size());
        }
    }

    private void signal(boolean ofAccounts) {
        lock.lock();
        try {
            signalled = true;
            accountsChanged |= ofAccounts;
            somethingToDo.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        String told = "";
        Duration pause = BETWEEN_LOOKS;
        while (running) {
            try {
                Work work = awaitWork(pause);
                if (work.accountsChanged()) {
                    audience.dismissTheDeleted();
                }
                List<ProjectionAnswer> now = look(work.newcomers());
                String frame = json.writeValueAsString(new Told(KIND, now));
                if (!frame.equals(told)) {
                    audience.tell(KIND, new TextMessage(frame));
                    told = frame;
                }
                welcome(work.newcomers(), new TextMessage(frame));
                pause = now.stream().allMatch(AdminFeed::isCalm) ? BETWEEN_LOOKS_AT_NOTHING_NEW : BETWEEN_LOOKS;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                log.error("The feed of administrators could not tell a change; it will with the next one", failure);
                signal(true);
                pause = BETWEEN_LOOKS_AT_NOTHING_NEW;
            }
        }
    }

    private void welcome(List<Subscriber> arrived, TextMessage first) {
        if (!arrived.isEmpty()) {
            arrived.forEach(subscriber -> audience.welcome(subscriber, first));
            log.info("{} administrators joined the feed; {} listen", arrived.size(), audience.size());
            // An account may have gone while its token was looked at.
            signal(true);
        }
    }

    private List<ProjectionAnswer> look(List<Subscriber> arrived) {
        try {
            return projections.all();
        } catch (RuntimeException failure) {
            arrived.forEach(subscriber -> subscriber.close(CloseStatus.SERVICE_RESTARTED));
            throw failure;
        }
    }

    /** Whether nothing will change that no signal tells of. */
    private static boolean isCalm(ProjectionAnswer projection) {
        return projection.state() == ProjectionState.SERVING && projection.lagFacts() == 0;
    }

    /** Waits until somebody new listens; or, as long as somebody does, for a signal or the end of the pause. */
    private Work awaitWork(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            long leastNanos = BETWEEN_LOOKS.toNanos();
            while (leastNanos > 0 && newcomers.isEmpty()) {
                leastNanos = somethingToDo.awaitNanos(leastNanos);
            }
            long nanos = pause.minus(BETWEEN_LOOKS).toNanos();
            while (newcomers.isEmpty() && (audience.isEmpty() || !signalled && nanos > 0)) {
                if (audience.isEmpty()) {
                    boolean unused =
                            somethingToDo.await(BETWEEN_LOOKS_AT_NOTHING_NEW.toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    nanos = somethingToDo.awaitNanos(nanos);
                }
            }
            Work work = new Work(List.copyOf(newcomers), accountsChanged);
            newcomers.clear();
            signalled = false;
            accountsChanged = false;
            return work;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("admin-feed").daemon().start(this::run);
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

    private record Work(List<Subscriber> newcomers, boolean accountsChanged) {}

    private record Told(String type, List<ProjectionAnswer> data) {}
}

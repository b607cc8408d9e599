package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.live.Arrivals;
import com.emlyon.connect.app.projection.ProjectionAnswer;
import com.emlyon.connect.app.projection.ProjectionState;
import com.emlyon.connect.app.projection.Rebuildables;
import com.emlyon.connect.app.security.Role;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.projections.generation.Channels;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends connected administrators the state of all projections whenever it changes, at most twice a second. No
 * notification reports the progress of a rebuild, so the feed polls the state while a projection is behind or being
 * rebuilt. It does not query while no administrator is connected.
 */
@Component
class AdminFeed implements FeedChannel, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AdminFeed.class);
    private static final String KIND = "projections";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS_AT_NOTHING_NEW = Duration.ofSeconds(2);

    private final Rebuildables projections;
    private final DatabaseAvailability availability;
    private final FeedSettings settings;
    private final AuditTrail trail;
    private final JsonMapper json;
    private final SubscriberRegistry subscriberRegistry;

    private final Arrivals<Subscriber<?>> arrivals = new Arrivals<>();

    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(this::run);

    AdminFeed(
            Rebuildables projections,
            DatabaseAvailability availability,
            FeedSettings settings,
            AuditTrail trail,
            NotificationListener signals,
            JsonMapper json) {
        this.projections = projections;
        this.availability = availability;
        this.trail = trail;
        this.settings = settings;
        this.json = json;
        this.subscriberRegistry = new SubscriberRegistry();
        List.of("facts", Channels.POSITION_REACHED, Channels.REBUILD_ASKED, Channels.VIEW_CHANGED)
                .forEach(channel -> signals.on(channel, message -> arrivals.signal()));
    }

    @Override
    public boolean admits(Session session) {
        boolean admitted = session.role() == Role.ADMIN;
        if (!admitted) {
            trail.note(Note.of(Kind.ADMIN_REFUSED).by(session.account()));
        }
        return admitted;
    }

    @Override
    public List<String> protocols() {
        return List.of();
    }

    @Override
    public Subscriber<?> subscriber(TokenClaims pass, WebSocketSession session) {
        return new Subscriber<>(pass, session, new ConflatingOutbox(), settings.pingInterval());
    }

    @Override
    public void join(Subscriber<?> subscriber) {
        arrivals.enter(subscriber);
    }

    @Override
    public void leave(Subscriber<?> subscriber) {
        arrivals.leave(subscriber);
        if (subscriberRegistry.forget(subscriber)) {
            log.info("An administrator has left the feed; {} remain", subscriberRegistry.size());
        }
    }

    private void run() {
        String told = "";
        Duration pause = BETWEEN_LOOKS;
        while (running) {
            try {
                arrivals.await(pause);
                List<Subscriber<?>> arrived = arrivals.takeAll();
                if (arrived.isEmpty() && subscriberRegistry.isEmpty()) {
                    continue;
                }
                List<ProjectionAnswer> now = look(arrived);
                String frame = json.writeValueAsString(new Told(KIND, now));
                if (!frame.equals(told)) {
                    tell(subscriberRegistry.outboxes(ConflatingOutbox.class), frame);
                    told = frame;
                }
                welcome(arrived, frame);
                pause = now.stream().allMatch(AdminFeed::isCalm) ? BETWEEN_LOOKS_AT_NOTHING_NEW : BETWEEN_LOOKS;
                arrivals.gather(BETWEEN_LOOKS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                if (!availability.report(failure)) {
                    log.error("The feed of administrators could not tell a change; it will with the next one", failure);
                }
                pause = BETWEEN_LOOKS_AT_NOTHING_NEW;
            }
        }
    }

    private void tell(List<ConflatingOutbox> listeners, String frame) {
        long now = System.nanoTime();
        listeners.forEach(listener -> listener.offer(KIND, SharedText.of(frame), now));
        subscriberRegistry.wake();
    }

    private void welcome(List<Subscriber<?>> arrived, String frame) {
        if (!arrived.isEmpty()) {
            for (Subscriber<?> subscriber : arrived) {
                if (subscriber.outbox() instanceof ConflatingOutbox lists) {
                    lists.begin(SharedText.of(frame));
                }
                subscriberRegistry.welcome(subscriber);
            }
            log.info("{} administrators joined the feed; {} listen", arrived.size(), subscriberRegistry.size());
        }
    }

    private List<ProjectionAnswer> look(List<Subscriber<?>> arrived) {
        try {
            return projections.all();
        } catch (RuntimeException failure) {
            arrived.forEach(subscriber -> subscriber.close(FeedCloseReason.WITHOUT_DATABASE));
            throw failure;
        }
    }

    /**
     * Whether every further change of this projection will be announced by a notification, so that polling may be
     * slower.
     */
    private static boolean isCalm(ProjectionAnswer projection) {
        return projection.state() == ProjectionState.SERVING && projection.lagFacts() == 0;
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
        subscriberRegistry.closeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record Told(String type, List<ProjectionAnswer> data) {}
}

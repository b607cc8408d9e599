package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.live.Arrivals;
import com.emlyon.connect.app.live.LiveReadModel;
import com.emlyon.connect.app.live.Look;
import com.emlyon.connect.app.live.LookObserver;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.app.signal.NotificationListener;
import com.emlyon.connect.app.vault.KeyVault;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.LivePosition;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;

/**
 * Tells all connected clients of this node what has changed, whichever node changed it: full lists to those who do not ask for
 * more, single changes to those who do. The thread of the live read model writes all frames, so what a client is told first
 * always comes before, and is never newer than, what follows it.
 */
@Component
class Feed implements FeedChannel, LookObserver, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    private static final Duration LARGEST_DIFFERENCE_OF_CLOCKS = Duration.ofSeconds(10);

    private static final Duration NO_HURRY = Duration.ofDays(1);

    private final LiveReadModel model;
    private final Clock clock;
    private final Frames frames;
    private final ChangeFrames changeFrames;
    private final FeedSettings settings;
    private final SubscriberRegistry subscriberRegistry;
    private final ReplayBuffer replayBuffer;
    private final ReplayBufferWriter writer;
    private final PendingLists untold;
    private final Arrivals<Subscriber<?>> arrivals = new Arrivals<>();

    /** Those who have come before the present look. */
    private List<Subscriber<?>> arrived = List.of();

    private volatile boolean running;

    Feed(
            LiveReadModel model,
            Clock clock,
            Frames frames,
            ChangeFrames changeFrames,
            FeedSettings settings,
            NotificationListener signals,
            MeterRegistry meters) {
        this.model = model;
        this.clock = clock;
        this.frames = frames;
        this.changeFrames = changeFrames;
        this.settings = settings;
        this.replayBuffer = new ReplayBuffer(settings.mostBytesKept());
        this.writer = new ReplayBufferWriter(replayBuffer, changeFrames);
        this.untold = new PendingLists(settings.longestDelayOfLists());
        this.subscriberRegistry = new SubscriberRegistry();
        model.observe(this);
        signals.on(KeyVault.DESTROYED, this::retell);
        meters.gaugeCollectionSize("connect.sockets", List.of(), subscriberRegistry.members());
    }

    @Override
    public boolean admits(Session session) {
        return true;
    }

    @Override
    public List<String> protocols() {
        return List.of(FeedProtocol.CHANGES);
    }

    @Override
    public Subscriber<?> subscriber(TokenClaims pass, WebSocketSession session) {
        if (!FeedProtocol.CHANGES.equals(session.getAcceptedProtocol())) {
            return new Subscriber<>(pass, session, new ConflatingOutbox(), settings.pingInterval());
        }
        Optional<LivePosition> known =
                FeedProtocol.parameter(session, FeedProtocol.AFTER).flatMap(this::knownPosition);
        DeltaOutbox outbox = new DeltaOutbox(replayBuffer, changeFrames, known);
        var subscriber = new Subscriber<>(pass, session, outbox, settings.heartbeatInterval());
        outbox.askWhenBehind(() -> waitForNextLook(subscriber));
        return subscriber;
    }

    /** A position of a time to come is of a node whose clock was wrong: a client that resumed there would miss all until then. */
    private Optional<LivePosition> knownPosition(String text) {
        Instant latest = clock.instant().plus(LARGEST_DIFFERENCE_OF_CLOCKS);
        return LivePosition.parse(text).filter(position -> !position.time().isAfter(latest));
    }

    @Override
    public void join(Subscriber<?> subscriber) {
        if (subscriber.outbox() instanceof DeltaOutbox along && along.resumes()) {
            subscriberRegistry.welcome(subscriber);
            model.signal();
            log.info("A client joined the feed again; {} listen", subscriberRegistry.size());
        } else {
            waitForNextLook(subscriber);
        }
    }

    private void waitForNextLook(Subscriber<?> subscriber) {
        arrivals.enter(subscriber);
        model.signal();
    }

    @Override
    public void leave(Subscriber<?> subscriber) {
        arrivals.leave(subscriber);
        if (subscriberRegistry.forget(subscriber)) {
            log.info("A client has left the feed; {} remain", subscriberRegistry.size());
        }
    }

    /** At once, as a client may resume before the next look. A missed signal counts only while no client listens. */
    private void retell(String gone) {
        if (!gone.isEmpty()) {
            replayBuffer.retell(Redaction.of(gone)::of);
        } else if (subscriberRegistry.isEmpty()) {
            replayBuffer.forget();
        }
    }

    @Override
    public boolean isInterested() {
        return !subscriberRegistry.isEmpty() || !arrivals.isEmpty();
    }

    @Override
    public Duration untilNextLook() {
        return untold.isEmpty() ? NO_HURRY : untold.untilDue();
    }

    @Override
    public void looking() {
        // Who comes while the service stops is told so by the end of the connection.
        arrived = running ? arrivals.takeAll() : List.of();
    }

    @Override
    public void looked(Look look) {
        // Before anything may fail: the next look does not find them again.
        look.commits().forEach(commit -> commit.changes().forEach(untold::note));
        try {
            writer.write(look.commits(), look.position());
            welcome(look);
            tellLists(look);
        } finally {
            if (!look.commits().isEmpty()) {
                subscriberRegistry.wake();
            }
        }
    }

    @Override
    public void failed() {
        arrived.forEach(subscriber -> subscriber.close(FeedCloseReason.WITHOUT_DATABASE));
    }

    private void welcome(Look look) {
        if (arrived.isEmpty()) {
            return;
        }
        Optional<SharedText> initial = Optional.empty();
        Optional<SharedText> snapshot = Optional.empty();
        for (Subscriber<?> subscriber : arrived) {
            switch (subscriber.outbox()) {
                case ConflatingOutbox lists -> {
                    initial = initial.or(() -> Optional.of(frames.initial(look)));
                    lists.begin(initial.orElseThrow());
                }
                case DeltaOutbox along -> {
                    snapshot = snapshot.or(() -> Optional.of(
                            frames.snapshot(look.campus(), look.position().toString())));
                    along.begin(snapshot.orElseThrow(), replayBuffer.end());
                }
            }
            subscriberRegistry.welcome(subscriber);
        }
        log.info("{} joined the feed; {} listen", arrived.size(), subscriberRegistry.size());
    }

    private void tellLists(Look look) {
        if (untold.areDue()) {
            untold.tell(subscriberRegistry.outboxes(ConflatingOutbox.class), topic -> frames.current(topic, look));
            subscriberRegistry.wake();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        subscriberRegistry.closeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

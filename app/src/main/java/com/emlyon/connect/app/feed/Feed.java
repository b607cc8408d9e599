package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.live.Arrivals;
import com.emlyon.connect.app.live.LiveReadModel;
import com.emlyon.connect.app.live.Look;
import com.emlyon.connect.app.live.LookObserver;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.LivePosition;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.eventstore.personal.PersonalDataCipher;
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
 * Sends every change of the campus to all clients connected to this node, whichever node made the change: full lists by
 * default, single changes to clients that ask for them. Only the thread of the live read model writes frames, so the
 * first frame of a client always precedes, and is never newer than, those that follow.
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

    /** The subscribers that joined before the current look. */
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
        signals.on(PersonalDataCipher.DESTROYED, this::retell);
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

    /**
     * The position that a client sends, unless its time lies in the future. Such a position comes from a node whose
     * clock was wrong, and a client that resumed there would miss all changes until then.
     */
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

    /**
     * Redacts the buffered frames at once, as a client may resume before the next look. After missed notifications (an
     * empty account) it empties the buffer, but only while no client is connected.
     */
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
        // A client that joins while the service stops is not served; its connection is about to be closed.
        arrived = running ? arrivals.takeAll() : List.of();
    }

    @Override
    public void looked(Look look) {
        // First, as the steps below may fail and the next look does not report these changes again.
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

package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.live.Arrivals;
import com.emlyon.connect.app.live.LiveReadModel;
import com.emlyon.connect.app.live.Look;
import com.emlyon.connect.app.live.LookObserver;
import com.emlyon.connect.app.security.Pass;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.signal.Signals;
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
class Feed implements Circle, LookObserver, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    private static final Duration LARGEST_DIFFERENCE_OF_CLOCKS = Duration.ofSeconds(10);

    private static final Duration NO_HURRY = Duration.ofDays(1);

    private final LiveReadModel model;
    private final Clock clock;
    private final Frames frames;
    private final ChangeFrames changeFrames;
    private final FeedSettings settings;
    private final Audience audience;
    private final Tape tape;
    private final TapeWriter writer;
    private final UntoldLists untold;
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
            Signals signals,
            MeterRegistry meters) {
        this.model = model;
        this.clock = clock;
        this.frames = frames;
        this.changeFrames = changeFrames;
        this.settings = settings;
        this.tape = new Tape(settings.mostBytesKept());
        this.writer = new TapeWriter(tape, changeFrames);
        this.untold = new UntoldLists(settings.longestDelayOfLists());
        this.audience = new Audience();
        model.observe(this);
        signals.on(KeyVault.DESTROYED, this::retell);
        meters.gaugeCollectionSize("connect.sockets", List.of(), audience.members());
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
    public Subscriber<?> subscriber(Pass pass, WebSocketSession session) {
        if (!FeedProtocol.CHANGES.equals(session.getAcceptedProtocol())) {
            return new Subscriber<>(pass, session, new NewestLists(), settings.pingInterval());
        }
        Optional<LivePosition> known =
                FeedProtocol.parameter(session, FeedProtocol.AFTER).flatMap(this::knownPosition);
        ReadingAlong outbox = new ReadingAlong(tape, changeFrames, known);
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
        if (subscriber.outbox() instanceof ReadingAlong along && along.resumes()) {
            audience.welcome(subscriber);
            model.signal();
            log.info("A client joined the feed again; {} listen", audience.size());
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
        if (audience.forget(subscriber)) {
            log.info("A client has left the feed; {} remain", audience.size());
        }
    }

    /** At once, as a client may resume before the next look. A missed signal counts only while no client listens. */
    private void retell(String gone) {
        if (!gone.isEmpty()) {
            tape.retell(Redaction.of(gone)::of);
        } else if (audience.isEmpty()) {
            tape.forget();
        }
    }

    @Override
    public boolean isInterested() {
        return !audience.isEmpty() || !arrivals.isEmpty();
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
                audience.wake();
            }
        }
    }

    @Override
    public void failed() {
        arrived.forEach(subscriber -> subscriber.close(Farewell.WITHOUT_DATABASE));
    }

    private void welcome(Look look) {
        if (arrived.isEmpty()) {
            return;
        }
        Optional<SharedText> initial = Optional.empty();
        Optional<SharedText> snapshot = Optional.empty();
        for (Subscriber<?> subscriber : arrived) {
            switch (subscriber.outbox()) {
                case NewestLists lists -> {
                    initial = initial.or(() -> Optional.of(frames.initial(look)));
                    lists.begin(initial.orElseThrow());
                }
                case ReadingAlong along -> {
                    snapshot = snapshot.or(() -> Optional.of(
                            frames.snapshot(look.campus(), look.position().toString())));
                    along.begin(snapshot.orElseThrow(), tape.end());
                }
            }
            audience.welcome(subscriber);
        }
        log.info("{} joined the feed; {} listen", arrived.size(), audience.size());
    }

    private void tellLists(Look look) {
        if (untold.areDue()) {
            untold.tell(audience.outboxes(NewestLists.class), topic -> frames.current(topic, look));
            audience.wake();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        audience.sayFarewell();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

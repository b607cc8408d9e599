package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.availability.DatabaseAvailability;
import com.emlyon.connect.app.security.Pass;
import com.emlyon.connect.app.security.Session;
import com.emlyon.connect.app.signal.Signals;
import com.emlyon.connect.app.vault.KeyVault;
import com.emlyon.connect.query.generation.Channels;
import com.emlyon.connect.query.live.Commit;
import com.emlyon.connect.query.live.LiveCampus;
import com.emlyon.connect.query.live.LivePosition;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * Tells all connected clients of this node what has changed, whichever node changed it: full lists to those who do not ask for
 * more, single changes to those who do. One thread looks and writes all frames, so what a client is told first always comes
 * before, and is never newer than, what follows it. When nobody listens, nobody looks.
 */
@Component
class Feed implements Circle, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    /** Signals come when something has changed; should one be missed, this is how late it is told. */
    private static final Duration WITHOUT_A_SIGNAL = Duration.ofSeconds(1);

    private static final Duration WHILE_A_VIEW_IS_BEHIND = Duration.ofMillis(20);

    /** Changes that come close together are read together. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private static final Duration LARGEST_DIFFERENCE_OF_CLOCKS = Duration.ofSeconds(10);

    private final LiveCampus campus;
    private final Clock clock;
    private final DatabaseAvailability availability;
    private final Frames frames;
    private final ChangeFrames changeFrames;
    private final FeedSettings settings;
    private final Audience audience;
    private final Timer looks;
    private final Tape tape;
    private final TapeWriter writer;
    private final UntoldLists untold;
    private final Lobby lobby = new Lobby();

    private volatile boolean running;
    private volatile Thread thread = Thread.ofPlatform().unstarted(this::run);

    Feed(
            LiveCampus campus,
            Clock clock,
            DatabaseAvailability availability,
            Frames frames,
            ChangeFrames changeFrames,
            FeedSettings settings,
            Signals signals,
            MeterRegistry meters) {
        this.campus = campus;
        this.clock = clock;
        this.availability = availability;
        this.frames = frames;
        this.changeFrames = changeFrames;
        this.settings = settings;
        this.tape = new Tape(settings.mostCharactersKept());
        this.writer = new TapeWriter(tape, changeFrames);
        this.untold = new UntoldLists(settings.longestDelayOfLists());
        this.audience = new Audience();
        this.looks = Timer.builder("connect.feed.looks")
                .description("Looks for changes to tell")
                .register(meters);
        signals.on(Channels.VIEW_CHANGED, projection -> lobby.signal());
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
        outbox.askWhenBehind(() -> lobby.enter(subscriber));
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
            // Nobody may have looked since the last one has left.
            lobby.signal();
            log.info("A client joined the feed again; {} listen", audience.size());
        } else {
            lobby.enter(subscriber);
        }
    }

    @Override
    public void leave(Subscriber<?> subscriber) {
        lobby.leave(subscriber);
        if (audience.forget(subscriber)) {
            log.info("A client has left the feed; {} remain", audience.size());
        }
    }

    /** At once: while nobody listens, nobody looks, and somebody may resume. A missed word counts only then. */
    private void retell(String gone) {
        if (!gone.isEmpty()) {
            tape.retell(Redaction.of(gone)::of);
        } else if (audience.isEmpty()) {
            tape.forget();
        }
    }

    private void run() {
        while (running) {
            try {
                List<Subscriber<?>> arrived = lobby.await(untilTheNextLook());
                if (!arrived.isEmpty() || !audience.isEmpty()) {
                    lookFor(arrived);
                    lobby.gather(BETWEEN_LOOKS);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                if (!availability.report(failure)) {
                    log.error("The feed could not look for changes; it will again", failure);
                }
                pause();
            }
        }
    }

    private Duration untilTheNextLook() {
        if (!untold.isEmpty()) {
            return untold.untilDue();
        }
        return campus.isBehind() ? WHILE_A_VIEW_IS_BEHIND : WITHOUT_A_SIGNAL;
    }

    private void lookFor(List<Subscriber<?>> arrived) {
        try {
            List<Commit> commits = Objects.requireNonNull(looks.record(campus::look));
            // Before anything else may fail: the next look does not answer with them again.
            commits.forEach(commit -> commit.changes().forEach(untold::note));
            try {
                writer.write(commits, campus.position());
                welcome(arrived);
                tellLists();
            } finally {
                if (!commits.isEmpty()) {
                    audience.wake();
                }
            }
        } catch (RuntimeException failure) {
            arrived.forEach(subscriber -> subscriber.close(Farewell.WITHOUT_DATABASE));
            throw failure;
        }
    }

    private void welcome(List<Subscriber<?>> arrived) {
        if (arrived.isEmpty()) {
            return;
        }
        Optional<TextMessage> initial = Optional.empty();
        Optional<TextMessage> snapshot = Optional.empty();
        for (Subscriber<?> subscriber : arrived) {
            switch (subscriber.outbox()) {
                case NewestLists lists -> {
                    initial = initial.or(() -> Optional.of(frames.initial(campus.campus())));
                    lists.begin(initial.orElseThrow());
                }
                case ReadingAlong along -> {
                    snapshot = snapshot.or(() -> Optional.of(
                            frames.snapshot(campus.campus(), campus.position().toString())));
                    along.begin(snapshot.orElseThrow(), tape.end());
                }
            }
            audience.welcome(subscriber);
        }
        log.info("{} joined the feed; {} listen", arrived.size(), audience.size());
    }

    private void tellLists() {
        if (untold.areDue()) {
            untold.tell(audience.outboxes(NewestLists.class), topic -> frames.current(topic, campus.campus()));
            audience.wake();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WITHOUT_A_SIGNAL);
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
}

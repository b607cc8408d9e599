package com.emlyon.connect.app.live;

import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.query.live.Commit;
import com.emlyon.connect.query.live.LiveCampus;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.eventstore.personal.PersonalDataCipher;
import com.emlyon.platform.projections.generation.Channels;
import com.emlyon.platform.projections.generation.ViewDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the lists that readers get in the memory of this node. One thread updates it: at once when a reader asks or an
 * observer is interested, otherwise once a second. A reader gets a list only after a look that began when the reader
 * was already waiting, and only when memory is as far as the tables were at that look: so a reader never gets an older
 * list here than the tables would have given.
 */
@Component
public class LiveReadModel implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveReadModel.class);

    /**
     * The longest pause between looks. Changes are signalled; a change whose signal was missed is seen this much later.
     */
    private static final Duration WITHOUT_A_SIGNAL = Duration.ofSeconds(1);

    private static final Duration WHILE_A_VIEW_IS_BEHIND = Duration.ofMillis(20);

    private static final Duration WHILE_READERS_WAIT_FOR_A_VIEW = Duration.ofMillis(2);

    /** The pause after a look, so that changes in quick succession are read together. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /**
     * After a look the thread rests for as long as the look took, at most this long: readers who arrive close together
     * share the next look, and a single reader hardly waits.
     */
    private static final Duration LONGEST_REST = Duration.ofMillis(2);

    /** How long a stop waits for the thread, as the connections that it uses are closed afterwards. */
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final LiveCampus campus;
    private final DatabaseAvailability availability;
    private final LiveReadModelSettings settings;
    private final ReadyLists lists;
    private final WaitingReaders readers;
    private final List<LookObserver> observers = new CopyOnWriteArrayList<>();
    private final Arrivals<Reader<?>> arrivals = new Arrivals<>();
    private final Timer looks;
    private final Counter turnedAway;

    private long lookBegan = System.nanoTime();
    private long lookEnded = lookBegan;

    private volatile boolean running;
    private volatile boolean isPausing;
    private volatile Thread thread = Thread.ofPlatform().unstarted(this::run);

    /** Follows the views once it is started. */
    public LiveReadModel(
            LiveCampus campus,
            ViewDatabase database,
            Sessions sessions,
            List<ListSource<?, ?>> sources,
            JsonMapper json,
            DatabaseAvailability availability,
            LiveReadModelSettings settings,
            NotificationListener signals,
            MeterRegistry meters) {
        this.campus = campus;
        this.availability = availability;
        this.settings = settings;
        this.lists = new ReadyLists(sources, json);
        this.readers = new WaitingReaders(campus, sessions, database, settings.longestWait());
        this.looks = Timer.builder("connect.live.looks")
                .description("Looks at what has changed for readers")
                .register(meters);
        this.turnedAway = Counter.builder("connect.live.turned.away")
                .description("Readers of lists who were answered by the tables, or whose session had ended")
                .register(meters);
        signals.on(Channels.VIEW_CHANGED, projection -> signal());
        // Registered after the cipher, which has removed the key from its cache by then.
        signals.on(PersonalDataCipher.DESTROYED, account -> {
            lists.becameUnreadable(account);
            signal();
        });
    }

    /** Registers an observer, which is called at each look. */
    public void observe(LookObserver observer) {
        observers.add(observer);
    }

    /** Makes the thread look soon, if an observer is interested. */
    public void signal() {
        if (isOfInterest()) {
            arrivals.signal();
        }
    }

    private boolean isOfInterest() {
        return observers.stream().anyMatch(LookObserver::isInterested);
    }

    /**
     * The part of a list that a request asks for, at least as new as the tables at this moment; empty when the caller's
     * token is no longer valid, or when the list has to be read from the tables.
     *
     * @throws com.emlyon.connect.app.web.Problem when the parameters are invalid
     */
    Optional<ListContent<?>> upToDate(ListSource<?, ?> source, TokenClaims caller, Parameters parameters) {
        if (!settings.enabled() || !running || isPausing || availability.isAway()) {
            return Optional.empty();
        }
        return read(lists.of(source.getClass()), caller, parameters);
    }

    private <O extends ListPlace<O>> Optional<ListContent<?>> read(
            ReadyList<?, O> list, TokenClaims caller, Parameters parameters) {
        Selection<O> selection = list.source().selection(parameters);
        Reader<O> reader = new Reader<>(list, caller);
        arrivals.enter(reader);
        Optional<ListContent<O>> whole = reader.await(settings.longestWait());
        if (whole.isEmpty()) {
            arrivals.leave(reader);
            turnedAway.increment();
        }
        return whole.map(content -> content.select(selection));
    }

    private void run() {
        while (running) {
            try {
                arrivals.await(untilNextLook());
                rest();
                if (settings.enabled() || isOfInterest()) {
                    look();
                    if (readers.areNone()) {
                        arrivals.gather(BETWEEN_LOOKS);
                    }
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                if (!availability.report(failure)) {
                    log.error("Could not follow what readers are shown; it will be tried again", failure);
                }
                pause();
            }
        }
    }

    private void rest() {
        long longest = Math.min(lookEnded - lookBegan, LONGEST_REST.toNanos());
        LockSupport.parkNanos(longest - (System.nanoTime() - lookEnded));
    }

    private Duration untilNextLook() {
        if (!readers.areNone()) {
            return WHILE_READERS_WAIT_FOR_A_VIEW;
        }
        if (!isOfInterest()) {
            return WITHOUT_A_SIGNAL;
        }
        Duration shortest = campus.isBehind() ? WHILE_A_VIEW_IS_BEHIND : WITHOUT_A_SIGNAL;
        for (LookObserver observer : observers) {
            Duration asked = observer.untilNextLook();
            shortest = asked.compareTo(shortest) < 0 ? asked : shortest;
        }
        return shortest;
    }

    private void look() {
        lookBegan = System.nanoTime();
        readers.add(arrivals.takeAll());
        observers.forEach(LookObserver::looking);
        try {
            List<Commit> commits = Objects.requireNonNull(looks.record(campus::look));
            // First, as the steps below may fail and the next look does not report these commits again.
            lists.note(commits, campus.campus());
            Look look = new Look(commits, campus, lists);
            observers.forEach(observer -> observer.looked(look));
            readers.answer();
        } catch (RuntimeException failure) {
            // The controllers read from the same database, and report its failure as they do for every route.
            readers.turnAwayAll();
            observers.forEach(LookObserver::failed);
            throw failure;
        } finally {
            lookEnded = System.nanoTime();
        }
    }

    /** Limits the rate of attempts while the database cannot be reached. */
    private void pause() {
        isPausing = true;
        arrivals.takeAll().forEach(Reader::turnAway);
        try {
            Thread.sleep(WITHOUT_A_SIGNAL);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            isPausing = false;
        }
    }

    @Override
    public void start() {
        running = true;
        arrivals.signal();
        thread = Thread.ofPlatform().name("live-read-model").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(LONGEST_END);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

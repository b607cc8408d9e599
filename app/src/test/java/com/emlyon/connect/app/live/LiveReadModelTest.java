package com.emlyon.connect.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.security.RevocationReason;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import com.emlyon.connect.query.live.Commit;
import com.emlyon.connect.query.live.LiveCampus;
import com.emlyon.connect.query.live.LivePosition;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.projections.generation.ViewDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** A reader gets a list only after a look that began when they were there, and only as far as the tables were then. */
@Timeout(60)
class LiveReadModelTest {

    private static final Duration FOR_EVER = Duration.ofMinutes(5);
    private static final TokenClaims PASS = pass();
    private static final Numbers LIST = new Numbers();

    private final LiveCampus campus = mock(LiveCampus.class);
    private final ViewDatabase database = mock(ViewDatabase.class);
    private final Sessions sessions = mock(Sessions.class);
    private final AtomicInteger looks = new AtomicInteger();
    private LiveReadModel running;

    @BeforeEach
    void stand() {
        running = model(true, FOR_EVER);
        Campus shown = mock(Campus.class);
        when(shown.personalData()).thenReturn(mock(PersonalDataReader.class));
        when(campus.campus()).thenReturn(shown);
        when(campus.position()).thenReturn(new LivePosition("tables", 7, Instant.EPOCH));
        memoryIsAt(7);
        when(campus.furthestTable()).thenReturn(7L);
        when(campus.look()).thenAnswer(look -> {
            looks.incrementAndGet();
            return List.of();
        });
    }

    @AfterEach
    void stop() {
        running.stop();
    }

    @Test
    void aReaderGetsTheList() {
        start(true, FOR_EVER);

        assertThat(read(PASS)).isPresent();
    }

    @Test
    void aLookThatHasBegunBeforeIsNotEnough() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        when(campus.look()).thenAnswer(look -> {
            looks.incrementAndGet();
            begun.countDown();
            goOn.await();
            return List.of();
        });
        start(true, FOR_EVER);
        begun.await();

        // when
        AtomicInteger looksWhenAnswered = new AtomicInteger();
        Thread reader = Thread.ofPlatform().start(() -> {
            assertThat(read(PASS)).isPresent();
            looksWhenAnswered.set(looks.get());
        });
        await().atMost(Duration.ofMinutes(1)).until(() -> reader.getState() == Thread.State.TIMED_WAITING);
        int before = looks.get();
        goOn.countDown();
        reader.join();

        // then
        assertThat(looksWhenAnswered).hasValueGreaterThan(before);
    }

    @Test
    void aReaderWaitsForMemoryThatIsBehindTheTables() {
        when(campus.furthestTable()).thenReturn(9L);
        when(campus.look()).thenAnswer(look -> {
            if (looks.incrementAndGet() == 5) {
                memoryIsAt(9);
            }
            return List.of();
        });
        start(true, FOR_EVER);

        assertThat(read(PASS)).isPresent();
        assertThat(looks).hasValueGreaterThanOrEqualTo(5);
    }

    @Test
    void tablesThatGoOnMeanwhileAreNotWaitedFor() {
        when(campus.furthestTable()).thenAnswer(question -> 7L + looks.get());
        when(campus.look()).thenAnswer(look -> {
            memoryIsAt(6 + looks.getAndIncrement());
            return List.of();
        });
        start(true, FOR_EVER);

        assertThat(read(PASS)).isPresent();
    }

    @Test
    void whenMemoryStaysBehindTheTablesAnswer() {
        when(campus.furthestTable()).thenReturn(9L);
        start(true, Duration.ofMillis(1));

        assertThat(read(PASS)).isEmpty();
    }

    @Test
    void aPassThatHasEndedGetsNothing() {
        TokenClaims ended = pass();
        when(sessions.endingsOf(any(), any())).thenReturn(Map.of(ended, RevocationReason.SESSION_ENDED));
        start(true, FOR_EVER);

        assertThat(read(ended)).isEmpty();
        assertThat(read(PASS)).isPresent();
    }

    @Test
    void whatALookHasFoundIsToldAlsoWhenSessionsCannotBeAskedFor() {
        Commit commit = new Commit(new LivePosition("tables", 7, Instant.EPOCH), List.of(), false, true);
        AtomicBoolean failing = new AtomicBoolean();
        AtomicInteger found = new AtomicInteger();
        when(sessions.endingsOf(any(), any())).thenAnswer(question -> {
            failing.set(true);
            throw new IllegalStateException("no database");
        });
        when(campus.look()).thenAnswer(look -> {
            found.incrementAndGet();
            return List.of(commit);
        });
        LookObserver observer = mock(LookObserver.class);
        when(observer.untilNextLook()).thenReturn(FOR_EVER);
        AtomicInteger told = new AtomicInteger();
        doAnswer(look -> told.addAndGet(look.<Look>getArgument(0).commits().size()))
                .when(observer)
                .looked(any());
        running = model(true, FOR_EVER);
        running.observe(observer);
        running.start();

        assertThat(read(PASS)).isEmpty();

        assertThat(failing).isTrue();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(told).hasValue(found.get()));
    }

    @Test
    void whenNoLookSucceedsTheTablesSayWhatIsWrong() {
        when(campus.look()).thenThrow(new IllegalStateException("no database"));
        start(true, FOR_EVER);

        assertThat(read(PASS)).isEmpty();
    }

    @Test
    void switchedOffItAsksForNothing() {
        start(false, FOR_EVER);

        assertThat(read(PASS)).isEmpty();
        assertThat(looks).hasValue(0);
    }

    private void start(boolean enabled, Duration longestWait) {
        running = model(enabled, longestWait);
        running.start();
    }

    private LiveReadModel model(boolean enabled, Duration longestWait) {
        return new LiveReadModel(
                campus,
                database,
                sessions,
                List.of(LIST),
                JsonMapper.shared(),
                mock(DatabaseAvailability.class),
                new LiveReadModelSettings(enabled, longestWait, Duration.ofSeconds(1)),
                mock(NotificationListener.class),
                new SimpleMeterRegistry());
    }

    private Optional<ListContent<?>> read(TokenClaims pass) {
        return running.upToDate(LIST, pass, name -> Optional.empty());
    }

    private void memoryIsAt(long fact) {
        when(campus.completeUpTo()).thenReturn(fact);
    }

    private static TokenClaims pass() {
        return new TokenClaims.WithoutSession(AccountId.random(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
    }

    /** An empty list. */
    private static final class Numbers implements ListSource<Integer, NumberedPlace> {

        @Override
        public String path() {
            return "/numbers";
        }

        @Override
        public Stream<Integer> all(Campus shown) {
            return Stream.empty();
        }

        @Override
        public Stream<Integer> changedBy(Change change, Campus shown) {
            return Stream.empty();
        }

        @Override
        public Stream<Integer> showing(AccountId account, Campus shown) {
            return Stream.empty();
        }

        @Override
        public Stream<AccountId> shownIn(Integer key, Campus shown) {
            return Stream.empty();
        }

        @Override
        public Optional<Item<NumberedPlace>> item(Integer key, Campus shown) {
            return Optional.empty();
        }

        @Override
        public Selection<NumberedPlace> selection(Parameters parameters) {
            return Selection.where(Optional.empty(), parameters);
        }
    }
}

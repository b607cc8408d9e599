package com.emlyon.connect.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.Poison;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.database.TestPostgres;
import com.emlyon.connect.app.parking.ParkedFact;
import com.emlyon.connect.app.parking.ParkedFacts;
import com.emlyon.connect.app.parking.ParkedStreams;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.connect.query.Projections;
import com.emlyon.connect.query.follow.Retried;
import com.emlyon.connect.query.generation.Succession;
import com.emlyon.connect.query.projection.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fact that a projection cannot digest stops neither writes nor other streams: it is parked with its successors of the
 * same stream, visible, and can be retried after a fix. Two nodes share the work all the time.
 */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonIsContainedTest {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final String database = TestPostgres.freshDatabaseUrl();
    private TestNode one = TestNode.start(database);
    private TestNode two = TestNode.start(database);
    private Member pia = new Campus(one).newStudent("Pia One");
    private Member max = new Campus(two).newStudent("Max Two");

    @BeforeEach
    void thePlaceIsRefusedToTwoNewStudents() {
        pia = new Campus(one).newStudent("Pia One");
        max = new Campus(two).newStudent("Max Two");
        poison().placeIsRefused();
    }

    @AfterEach
    void thePlaceIsAccepted() {
        poison().placeIsAccepted();
    }

    @AfterAll
    void stop() {
        two.close();
        one.close();
    }

    @Test
    void othersGoOnAndWhoIsConcernedIsAnsweredAsLateUntilTheFactIsRetriedAfterAFix() {
        // when
        Answer poisonous = checkIn(one, pia, Poison.PLACE);
        Retried withoutAFix = retry(two);
        Answer ofAnother = checkIn(two, max, "Le Sucre");
        Answer next = checkIn(two, pia, "Bar du Port");

        // then
        assertThat(poisonous.status()).isEqualTo(201);
        assertThat(poisonous.header("X-View")).hasValue("late");
        assertThat(withoutAFix).isEqualTo(new Retried(0, 1));
        assertThat(ofAnother.status()).isEqualTo(201);
        assertThat(ofAnother.header("X-View")).isEmpty();
        assertThat(next.status()).isEqualTo(201);
        assertThat(next.header("X-View")).hasValue("late");
        for (TestNode node : List.of(one, two)) {
            assertThat(places(node)).containsExactly("Le Sucre");
            Answer own = new ContractClient(node)
                    .get("/api/checkins/user/" + pia.id())
                    .as(pia)
                    .send();
            assertThat(own.text()).isEqualTo("{\"success\":true,\"data\":null}");
        }

        // then
        assertThat(parked()).extracting(ParkedFact::type).containsExactly("CheckedIn", "CheckedOut", "CheckedIn");
        assertThat(parked()).extracting(ParkedFact::stream).containsOnly("presence-" + pia.id());
        assertThat(parked()).extracting(ParkedFact::serving).containsOnly(true);
        assertThat(parked().getFirst().failure())
                .contains("SQLSTATE 23514", "not_there")
                .doesNotContain("Secr");
        assertThat(parked().subList(1, 3)).extracting(ParkedFact::failure).containsOnlyNulls();

        try (Feed feed = new ContractClient(one).openFeed(max.token()).awaitInitial()) {
            // when
            poison().placeIsAccepted();
            Retried afterAFix = retry(two);

            // then
            assertThat(afterAFix).isEqualTo(new Retried(3, 0));
            assertThat(feed.awaitFrame(frame -> frame.contains("Bar du Port"), "the check-in that was parked"))
                    .startsWith("{\"type\":\"checkIns\"");
        }
        for (TestNode node : List.of(one, two)) {
            assertThat(places(node)).containsExactlyInAnyOrder("Bar du Port", "Le Sucre");
        }
        assertThat(parked()).isEmpty();
        assertThat(checkIn(one, pia, "Ninkasi").header("X-View")).isEmpty();
        assertThatTheTablesAreAFreshFold();
    }

    @Test
    void whatFailsAgainStaysParkedWithWhatFollowsIt() {
        // given
        checkIn(one, pia, Poison.PLACE);
        checkIn(two, pia, "Le Sucre");
        long broken = poison().brokenCheckIn(pia.id(), 3);
        long last = poison().checkIn(pia.id(), 4, "Ninkasi");
        Awaitility.await().atMost(A_WHILE).until(() -> parked().size() == 5);

        // when
        poison().placeIsAccepted();

        // then
        assertThat(retry(one)).isEqualTo(new Retried(3, 2));
        assertThat(places(two)).containsExactly("Le Sucre");
        assertThat(parked()).extracting(ParkedFact::position).containsExactly(broken, last);
        assertThat(parked().getFirst().failure()).contains("CheckedIn of revision 2 cannot be read");
        assertThat(parked().getLast().failure()).isNull();

        // when
        Retried withoutIt = two.bean(ParkedStreams.class)
                .discard(checkIns(two), broken, false)
                .orElseThrow();

        // then
        assertThat(withoutIt).isEqualTo(new Retried(1, 0));
        assertThat(two.bean(JdbcClient.class)
                        .sql("SELECT place FROM view.check_in WHERE account = ?")
                        .param(pia.id())
                        .query(String.class)
                        .list())
                .containsExactly("Ninkasi");
    }

    @Test
    void aStreamCanBeDiscardedAsAWhole() {
        // given
        checkIn(one, pia, Poison.PLACE);
        checkIn(two, pia, "Le Sucre");
        long last = parked().getLast().position();

        // when
        Retried discarded =
                one.bean(ParkedStreams.class).discard(checkIns(one), last, true).orElseThrow();

        // then
        assertThat(discarded).isEqualTo(new Retried(0, 0));
        assertThat(parked()).isEmpty();
        assertThat(places(one)).isEmpty();
        assertThat(checkIn(two, pia, "Ninkasi").header("X-View")).isEmpty();
        assertThat(places(one)).containsExactly("Ninkasi");
    }

    @Test
    void nothingNewerSlipsInWhileAStreamIsRetriedAgainAndAgain() {
        // given
        checkIn(one, pia, Poison.PLACE);
        poison().placeIsAccepted();

        // when
        List<Integer> statuses = Simultaneously.all(3, who -> switch (who) {
                    case 0 -> this::fortyCheckIns;
                    case 1 -> () -> retryManyTimes(one);
                    case 2 -> () -> retryManyTimes(two);
                    default -> throw new IllegalArgumentException();
                })
                .getFirst();

        // then
        assertThat(statuses).hasSize(40).containsOnly(201);
        retry(one);
        assertThat(parked()).isEmpty();
        assertThat(places(two)).containsExactly("Bar 39");
        assertThatTheTablesAreAFreshFold();
    }

    @Test
    void whatIsParkedOutlivesTheNodes() {
        // given
        checkIn(one, pia, Poison.PLACE);

        // when
        two.close();
        one.close();
        one = TestNode.start(database);
        two = TestNode.start(database);

        // then
        assertThat(parked()).hasSize(1);
        assertThat(checkIn(two, pia, "Le Sucre").header("X-View")).hasValue("late");
        assertThat(parked()).hasSize(3);

        // when
        poison().placeIsAccepted();

        // then
        assertThat(retry(one)).isEqualTo(new Retried(3, 0));
        assertThat(places(two)).containsExactly("Le Sucre");
        assertThatTheTablesAreAFreshFold();
    }

    @Test
    void aRebuildParksForItselfAndWhatIsParkedIsNeverOutOfSight() throws SQLException {
        // given
        checkIn(one, pia, Poison.PLACE);
        long broken = poison().brokenCheckIn(max.id(), 0);
        Awaitility.await().atMost(A_WHILE).until(() -> parked().size() == 2);
        int former = parked().getFirst().generation();
        try (Connection other = one.bean(DataSource.class).getConnection();
                Statement comment = other.createStatement()) {
            other.setAutoCommit(false);
            // Keeps the view in its place, and the tables behind it free.
            comment.execute("COMMENT ON VIEW view.check_in IS 'stays'");

            // when
            one.bean(Succession.class).begin(checkIns(one));

            // then
            Awaitility.await().atMost(A_WHILE).until(() -> isReady());
            assertThat(parked())
                    .extracting(ParkedFact::position)
                    .containsExactly(parked().getFirst().position(), broken, broken);
            assertThat(parked()).extracting(ParkedFact::serving).containsExactly(true, true, false);

            // when
            poison().checkIn(max.id(), 1, "Le Sucre");

            // then
            Awaitility.await().atMost(A_WHILE).until(() -> parked().size() == 5);
            assertThat(parked()).extracting(ParkedFact::serving).containsExactly(true, true, true, false, false);

            // when
            poison().placeIsAccepted();
            Retried retried = retry(two);

            // then
            assertThat(retried).isEqualTo(new Retried(1, 0));
            other.rollback();
        }
        Awaitility.await().atMost(A_WHILE).until(() -> !isReady());
        assertThat(parked()).extracting(ParkedFact::position).hasSize(2).contains(broken);
        assertThat(parked()).extracting(ParkedFact::generation).containsOnly(former + 1);
        assertThat(parked()).extracting(ParkedFact::serving).containsOnly(true);
        assertThat(places(one)).containsExactly(Poison.PLACE);
    }

    private Poison poison() {
        return new Poison(one);
    }

    private boolean isReady() {
        return one.bean(JdbcClient.class)
                .sql("SELECT EXISTS (SELECT FROM view.generation WHERE projection = 'check-ins' AND state = 'READY')")
                .query(Boolean.class)
                .single();
    }

    private List<Integer> fortyCheckIns() {
        return IntStream.range(0, 40)
                .mapToObj(i -> checkIn(i % 2 == 0 ? one : two, pia, "Bar " + i).status())
                .toList();
    }

    private List<Integer> retryManyTimes(TestNode node) {
        return IntStream.range(0, 40).mapToObj(i -> retry(node).parked()).toList();
    }

    private Retried retry(TestNode node) {
        ParkedStreams streams = node.bean(ParkedStreams.class);
        return streams.retry(checkIns(node), firstParkedOf(pia)).orElse(new Retried(0, 0));
    }

    private long firstParkedOf(Member student) {
        return parked().stream()
                .filter(fact -> fact.stream().contains(student.id()))
                .mapToLong(ParkedFact::position)
                .min()
                .orElse(0);
    }

    private static Projection checkIns(TestNode node) {
        return node.bean(ParkedStreams.class).projection(Projections.CHECK_INS).orElseThrow();
    }

    private List<ParkedFact> parked() {
        return one.bean(ParkedFacts.class).of(Projections.CHECK_INS).stream()
                .filter(fact -> isOurs(fact.stream()))
                .toList();
    }

    private static Answer checkIn(TestNode node, Member member, String place) {
        return new ContractClient(node)
                .post("/api/checkins")
                .as(member)
                .json("{\"locationName\":\"%s\",\"latitude\":45.76,\"longitude\":4.83}".formatted(place))
                .send();
    }

    private List<String> places(TestNode node) {
        Answer list = new ContractClient(node).get("/api/checkins").as(max).send();
        assertThat(list.status()).isEqualTo(200);
        return list.items(checkIn -> isOurs(checkIn.at("/user/id").stringValue()))
                .map(checkIn -> checkIn.get("locationName").stringValue())
                .toList();
    }

    private void assertThatTheTablesAreAFreshFold() {
        try (Replica replica = new Replica(200)) {
            replica.copy(database, 0, new History(one).end());
            assertThat(ours(Views.rows(one))).isEqualTo(ours(replica.tables()));
        }
    }

    private Map<String, List<String>> ours(Map<String, List<String>> tables) {
        Map<String, List<String>> ours = new TreeMap<>(tables);
        ours.replaceAll((table, rows) -> rows.stream().filter(this::isOurs).toList());
        return ours;
    }

    private boolean isOurs(String text) {
        return text.contains(pia.id()) || text.contains(max.id());
    }
}

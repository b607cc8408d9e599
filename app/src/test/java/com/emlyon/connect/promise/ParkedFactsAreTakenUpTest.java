package com.emlyon.connect.promise;

import static com.emlyon.connect.promise.TwoPoisonedNodes.checkIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.checkin.Whereabouts;
import com.emlyon.connect.app.Poison;
import com.emlyon.connect.app.parking.ParkedFact;
import com.emlyon.connect.app.parking.ParkedStreams;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.eventstore.personal.Personal;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.processor.Retried;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is parked is retried or discarded, one fact or a whole stream, also while the view is rebuilt. */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParkedFactsAreTakenUpTest {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    @RegisterExtension
    private final TwoPoisonedNodes nodes = new TwoPoisonedNodes();

    @Test
    void whatFailsAgainStaysParkedWithWhatFollowsIt() {
        // given
        checkIn(nodes.one(), nodes.pia(), Poison.PLACE);
        checkIn(nodes.two(), nodes.pia(), "Le Sucre");
        long broken = nodes.poison().brokenCheckIn(nodes.pia().id(), 3);
        long last = nodes.poison().checkIn(nodes.pia().id(), 4, "Ninkasi");
        Awaitility.await().atMost(A_WHILE).until(() -> nodes.parked().size() == 5);

        // when
        nodes.poison().placeIsAccepted();

        // then
        assertThat(nodes.retry(nodes.one())).isEqualTo(new Retried(3, 2));
        assertThat(nodes.places(nodes.two())).containsExactly("Le Sucre");
        assertThat(nodes.parked()).extracting(ParkedFact::position).containsExactly(broken, last);
        assertThat(nodes.parked().getFirst().failure()).contains("CheckedIn of revision 2 cannot be read");
        assertThat(nodes.parked().getLast().failure()).isNull();

        // when
        Retried withoutIt = nodes.two()
                .bean(ParkedStreams.class)
                .discard(nodes.two().projection(Projections.CHECK_INS), broken, false)
                .orElseThrow();

        // then
        assertThat(withoutIt).isEqualTo(new Retried(1, 0));
        assertThat(nodes.two()
                        .bean(JdbcClient.class)
                        .sql("SELECT whereabouts FROM view.check_in WHERE account = ?")
                        .param(nodes.pia().id())
                        .query(String.class)
                        .list())
                .extracting(kept -> nodes.two()
                        .bean(PersonalDataReader.class)
                        .decrypt(Personal.encrypted(kept), Whereabouts.class)
                        .orElseThrow()
                        .place())
                .containsExactly("Ninkasi");
    }

    @Test
    void aStreamCanBeDiscardedAsAWhole() {
        // given
        checkIn(nodes.one(), nodes.pia(), Poison.PLACE);
        checkIn(nodes.two(), nodes.pia(), "Le Sucre");
        long last = nodes.parked().getLast().position();

        // when
        Retried discarded = nodes.one()
                .bean(ParkedStreams.class)
                .discard(nodes.one().projection(Projections.CHECK_INS), last, true)
                .orElseThrow();

        // then
        assertThat(discarded).isEqualTo(new Retried(0, 0));
        assertThat(nodes.parked()).isEmpty();
        assertThat(nodes.places(nodes.one())).isEmpty();
        assertThat(checkIn(nodes.two(), nodes.pia(), "Ninkasi").header("X-View"))
                .isEmpty();
        assertThat(nodes.places(nodes.one())).containsExactly("Ninkasi");
    }

    @Test
    void whatWasDiscardedWhileNoClientListenedIsNotInTheFeedLater() {
        // given
        checkIn(nodes.one(), nodes.pia(), "Le Sucre");
        assertThat(placesInTheFeed(nodes.pia())).containsExactly("Le Sucre");
        checkIn(nodes.one(), nodes.pia(), Poison.PLACE);
        Awaitility.await().atMost(A_WHILE).until(() -> !nodes.parked().isEmpty());

        // when
        Optional<Retried> discarded = nodes.one()
                .bean(ParkedStreams.class)
                .discard(
                        nodes.one().projection(Projections.CHECK_INS),
                        nodes.parked().getFirst().position(),
                        true);
        assertThat(discarded).isPresent();
        nodes.poison().placeIsAccepted();

        // then
        assertThat(nodes.places(nodes.one())).isEmpty();
        assertThat(placesInTheFeed(nodes.pia())).isEmpty();
    }

    /** Where a student is, according to the first frame of a client that comes now. */
    private List<String> placesInTheFeed(Member student) {
        ContractClient client = new ContractClient(nodes.one());
        try (Feed feed = client.openFeed(nodes.max().token())) {
            return StreamSupport.stream(
                            Json.parse(feed.nextFrame()).get("checkIns").spliterator(), false)
                    .filter(checkIn -> checkIn.at("/user/id").stringValue().equals(student.id()))
                    .map(checkIn -> checkIn.get("locationName").stringValue())
                    .toList();
        }
    }

    @Test
    void aRebuildParksForItselfAndWhatIsParkedIsNeverOutOfSight() throws SQLException {
        // given
        checkIn(nodes.one(), nodes.pia(), Poison.PLACE);
        long broken = nodes.poison().brokenCheckIn(nodes.max().id(), 0);
        Awaitility.await().atMost(A_WHILE).until(() -> nodes.parked().size() == 2);
        int former = nodes.parked().getFirst().generation();
        try (Connection other = nodes.one().bean(DataSource.class).getConnection();
                Statement comment = other.createStatement()) {
            other.setAutoCommit(false);
            // Keeps the view in its place, and the tables behind it free.
            comment.execute("COMMENT ON VIEW view.check_in IS 'stays'");

            // when
            nodes.one().bean(ProjectionLifecycle.class).begin(nodes.one().projection(Projections.CHECK_INS));

            // then
            Awaitility.await().atMost(A_WHILE).until(() -> isReady());
            assertThat(nodes.parked())
                    .extracting(ParkedFact::position)
                    .containsExactly(nodes.parked().getFirst().position(), broken, broken);
            assertThat(nodes.parked()).extracting(ParkedFact::serving).containsExactly(true, true, false);

            // when
            nodes.poison().checkIn(nodes.max().id(), 1, "Le Sucre");

            // then
            Awaitility.await().atMost(A_WHILE).until(() -> nodes.parked().size() == 5);
            assertThat(nodes.parked()).extracting(ParkedFact::serving).containsExactly(true, true, true, false, false);

            // when
            nodes.poison().placeIsAccepted();
            Retried retried = nodes.retry(nodes.two());

            // then
            assertThat(retried).isEqualTo(new Retried(1, 0));
            other.rollback();
        }
        Awaitility.await().atMost(A_WHILE).until(() -> !isReady());
        assertThat(nodes.parked()).extracting(ParkedFact::position).hasSize(2).contains(broken);
        assertThat(nodes.parked()).extracting(ParkedFact::generation).containsOnly(former + 1);
        assertThat(nodes.parked()).extracting(ParkedFact::serving).containsOnly(true);
        assertThat(nodes.places(nodes.one())).containsExactly(Poison.PLACE);
    }

    private boolean isReady() {
        return nodes.one()
                .bean(JdbcClient.class)
                .sql("SELECT EXISTS (SELECT FROM view.generation WHERE projection = 'check-ins' AND state = 'READY')")
                .query(Boolean.class)
                .single();
    }
}

package com.emlyon.connect.promise;

import static com.emlyon.connect.promise.TwoPoisonedNodes.checkIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.Poison;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.parking.ParkedFact;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Simultaneously;
import com.emlyon.platform.projections.processor.Retried;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A fact that a projection cannot digest stops neither writes nor other streams: it is parked with its successors of the
 * same stream, visible, and can be retried after a fix. Two nodes share the work all the time.
 */
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonIsContainedTest {

    @RegisterExtension
    private final TwoPoisonedNodes nodes = new TwoPoisonedNodes();

    @Test
    void othersGoOnAndWhoIsConcernedIsAnsweredAsLateUntilTheFactIsRetriedAfterAFix() {
        // when
        Answer poisonous = checkIn(nodes.one(), nodes.pia(), Poison.PLACE);
        Retried withoutAFix = nodes.retry(nodes.two());
        Answer ofAnother = checkIn(nodes.two(), nodes.max(), "Le Sucre");
        Answer next = checkIn(nodes.two(), nodes.pia(), "Bar du Port");

        // then
        assertThat(poisonous.status()).isEqualTo(201);
        assertThat(poisonous.header("X-View")).hasValue("late");
        assertThat(withoutAFix).isEqualTo(new Retried(0, 1));
        assertThat(ofAnother.status()).isEqualTo(201);
        assertThat(ofAnother.header("X-View")).isEmpty();
        assertThat(next.status()).isEqualTo(201);
        assertThat(next.header("X-View")).hasValue("late");
        for (TestNode node : List.of(nodes.one(), nodes.two())) {
            assertThat(nodes.places(node)).containsExactly("Le Sucre");
            Answer own = new ContractClient(node)
                    .get("/api/checkins/user/" + nodes.pia().id())
                    .as(nodes.pia())
                    .send();
            assertThat(own.text()).isEqualTo("{\"success\":true,\"data\":null}");
        }

        // then
        assertThat(nodes.parked()).extracting(ParkedFact::type).containsExactly("CheckedIn", "CheckedOut", "CheckedIn");
        assertThat(nodes.parked())
                .extracting(ParkedFact::stream)
                .containsOnly("presence-" + nodes.pia().id());
        assertThat(nodes.parked()).extracting(ParkedFact::serving).containsOnly(true);
        assertThat(nodes.parked().getFirst().failure())
                .contains("SQLSTATE 23514", "not_there")
                .doesNotContain("Secr");
        assertThat(nodes.parked().subList(1, 3)).extracting(ParkedFact::failure).containsOnlyNulls();

        try (Feed feed =
                new ContractClient(nodes.one()).openFeed(nodes.max().token()).awaitInitial()) {
            // when
            nodes.poison().placeIsAccepted();
            Retried afterAFix = nodes.retry(nodes.two());

            // then
            assertThat(afterAFix).isEqualTo(new Retried(3, 0));
            assertThat(feed.awaitFrame(frame -> frame.contains("Bar du Port"), "the check-in that was parked"))
                    .startsWith("{\"type\":\"checkIns\"");
        }
        for (TestNode node : List.of(nodes.one(), nodes.two())) {
            assertThat(nodes.places(node)).containsExactlyInAnyOrder("Bar du Port", "Le Sucre");
        }
        assertThat(nodes.parked()).isEmpty();
        assertThat(checkIn(nodes.one(), nodes.pia(), "Ninkasi").header("X-View"))
                .isEmpty();
        nodes.assertThatTheTablesAreAFreshFold();
    }

    @Test
    void nothingNewerSlipsInWhileAStreamIsRetriedAgainAndAgain() {
        // given
        checkIn(nodes.one(), nodes.pia(), Poison.PLACE);
        nodes.poison().placeIsAccepted();

        // when
        List<Integer> statuses = Simultaneously.all(3, who -> switch (who) {
                    case 0 -> this::fortyCheckIns;
                    case 1 -> () -> retryManyTimes(nodes.one());
                    case 2 -> () -> retryManyTimes(nodes.two());
                    default -> throw new IllegalArgumentException();
                })
                .getFirst();

        // then
        assertThat(statuses).hasSize(40).containsOnly(201);
        nodes.retry(nodes.one());
        assertThat(nodes.parked()).isEmpty();
        assertThat(nodes.places(nodes.two())).containsExactly("Bar 39");
        nodes.assertThatTheTablesAreAFreshFold();
    }

    @Test
    void whatIsParkedOutlivesTheNodes() {
        // given
        checkIn(nodes.one(), nodes.pia(), Poison.PLACE);

        // when
        nodes.restart();

        // then
        assertThat(nodes.parked()).hasSize(1);
        assertThat(checkIn(nodes.two(), nodes.pia(), "Le Sucre").header("X-View"))
                .hasValue("late");
        assertThat(nodes.parked()).hasSize(3);

        // when
        nodes.poison().placeIsAccepted();

        // then
        assertThat(nodes.retry(nodes.one())).isEqualTo(new Retried(3, 0));
        assertThat(nodes.places(nodes.two())).containsExactly("Le Sucre");
        nodes.assertThatTheTablesAreAFreshFold();
    }

    private List<Integer> fortyCheckIns() {
        return IntStream.range(0, 40)
                .mapToObj(i -> checkIn(i % 2 == 0 ? nodes.one() : nodes.two(), nodes.pia(), "Bar " + i)
                        .status())
                .toList();
    }

    private List<Integer> retryManyTimes(TestNode node) {
        return IntStream.range(0, 40).mapToObj(i -> nodes.retry(node).parked()).toList();
    }
}

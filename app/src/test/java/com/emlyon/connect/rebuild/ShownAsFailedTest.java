package com.emlyon.connect.rebuild;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot get on, a rebuild or the view itself, is shown as failed until it does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownAsFailedTest {

    private static final String PATH = "/api/admin/projections";

    private final ContractClient client = new ContractClient(RebuildNode.node());
    private final Member admin = client.admin();
    private final Member pia = client.newMember("Pia One");

    @BeforeEach
    void nothingIsRebuilt() {
        RebuildNode.awaitCalm(client, admin);
    }

    @Test
    void aRebuildThatDoesNotGetOnIsFailedAndCanBeCancelled() {
        try (HeldRebuilds _ = HeldRebuilds.of(RebuildNode.node(), "accounts")) {
            client.post(PATH + "/accounts/rebuild").as(admin).send();
            RebuildNode.sql()
                    .sql("DROP TABLE %s.account"
                            .formatted(RebuildNode.schemas("accounts").getLast()))
                    .update();
        }

        RebuildNode.awaitStanding(
                client,
                admin,
                "accounts",
                answer -> answer.string("/data/state").equals("FAILED"));

        assertThat(client.delete(PATH + "/accounts/rebuild").as(admin).send()).hasStatus(200);
        assertThat(RebuildNode.standing(client, admin, "accounts").string("/data/state"))
                .isEqualTo("SERVING");
    }

    /** Nobody has looked at the tables of a new generation yet, or somebody wrote into them before. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProjectionThatCannotFollowIsFailedAndBehindByItsOwnFactsUntilItGetsOn(boolean isNew) {
        if (isNew) {
            client.post(PATH + "/events/rebuild").as(admin).send();
            RebuildNode.awaitCalm(client, admin);
        } else {
            client.newEvent(pia, "Before", "2031-05-01");
        }
        String schema = RebuildNode.schema("events", RebuildNode.generation(client, admin, "events"));
        RebuildNode.sql()
                .sql("ALTER TABLE %s.event RENAME TO away".formatted(schema))
                .update();
        try {
            // when
            client.newEvent(pia, "Gala", "2031-05-01");
            client.newCheckIn(pia, "Le Sucre");

            // then
            RebuildNode.awaitStanding(
                    client,
                    admin,
                    "events",
                    answer -> answer.string("/data/state").equals("FAILED"));
            Answer stuck = RebuildNode.standing(client, admin, "events");
            assertThat(stuck.at("/data/lagFacts").longValue()).isEqualTo(1);
            assertThat(stuck.at("/data/position").longValue()).isLessThan(RebuildNode.head() - 1);
            assertThat(stuck.at("/data/rebuild").isNull()).isTrue();
        } finally {
            RebuildNode.sql()
                    .sql("ALTER TABLE %s.away RENAME TO event".formatted(schema))
                    .update();
        }
        RebuildNode.awaitStanding(
                client,
                admin,
                "events",
                answer -> answer.string("/data/state").equals("SERVING")
                        && answer.at("/data/position").longValue() == RebuildNode.head());
    }
}

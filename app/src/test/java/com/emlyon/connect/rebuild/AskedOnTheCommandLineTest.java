package com.emlyon.connect.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.database.EarlierMoment;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.rebuild.CommandProcess.Ended;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The commands {@code projections} and {@code rebuild}, beside a running service and without one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedOnTheCommandLineTest {

    private final ContractClient client = new ContractClient(RebuildNode.node());
    private final Member admin = client.admin();

    @BeforeEach
    void nothingIsRebuilt() {
        RebuildNode.awaitCalm(client, admin);
    }

    @Test
    void aTableShowsHowTheProjectionsStand() throws Exception {
        long generation = RebuildNode.generation(client, admin, "check-ins");

        Ended ended = run("projections");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.said().lines().skip(1))
                .hasSize(3)
                .anySatisfy(line ->
                        assertThat(line).matches("check-ins +SERVING +%d +[0-9,]+ +- +-".formatted(generation)));
        assertThat(ended.said()).startsWith("PROJECTION ");
    }

    @Test
    void aRebuildIsFollowedToItsEndInLines() throws Exception {
        long next = RebuildNode.nextGeneration("check-ins");

        try (CommandProcess watching = start("rebuild", "check-ins", "events")) {
            // when: an open transaction keeps it from ending before the test has seen it
            try (EarlierMoment _ = EarlierMoment.hold(RebuildNode.database())) {
                assertThat(watching.awaitLine("check-ins: "))
                        .containsPattern("check-ins: [0-9,]+ of [0-9,]+ facts \\([0-9]+ %\\)");
            }

            // then
            Ended ended = watching.awaitEnd();
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.said())
                    .contains("check-ins: generation %d serves".formatted(next))
                    .contains("events: generation ");
        }
        assertThat(RebuildNode.generation(client, admin, "check-ins")).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rebuild check-ins nope | There is no projection nope; there are accounts, check-ins, events",
                "rebuild --cancel nope | There is no projection nope; there are accounts, check-ins, events",
                "rebuild | Name the projections, or say --all: there are accounts, check-ins, events",
                "rebuild --all events | Name the projections, or say --all: there are accounts, check-ins, events"
            })
    void whatIsNotUnderstoodIsSaidAndDoesNothing(String command, String sentence) throws Exception {
        Ended ended = run(command.split(" ", -1));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.said()).startsWith(sentence + "\n").contains("Usage: ");
        RebuildNode.awaitCalm(client, admin);
    }

    @Test
    void aRebuildIsGivenUpOnceAndThenThereIsNone() throws Exception {
        try (HeldRebuilds _ = HeldRebuilds.of(RebuildNode.node(), "events")) {
            client.post("/api/admin/projections/events/rebuild").as(admin).send();

            Ended first = run("rebuild", "--cancel", "events");
            Ended second = run("rebuild", "--cancel", "events");

            assertThat(first).isEqualTo(new Ended(0, "events: the rebuild is cancelled"));
            assertThat(second).isEqualTo(new Ended(1, "events: is not being rebuilt"));
            assertThat(RebuildNode.schemas("events")).hasSize(1);
        }
    }

    @Test
    void whoeverStopsWatchingDoesNotStopTheRebuild() throws Exception {
        long next = RebuildNode.nextGeneration("check-ins");
        try (HeldRebuilds _ = HeldRebuilds.of(RebuildNode.node(), "check-ins");
                CommandProcess watching = start("rebuild", "check-ins")) {
            String unused = watching.awaitLine("check-ins: 0 of ");

            // when
            watching.interrupt();
            Ended ended = watching.awaitEnd();

            // then
            assertThat(ended.exitCode()).isNotZero();
            assertThat(ended.said())
                    .contains("Not cancelled: the running service goes on with it.")
                    .contains("To give it up: rebuild --cancel check-ins");
            assertThat(RebuildNode.standing(client, admin, "check-ins").string("/data/state"))
                    .isEqualTo("REBUILDING");
        }
        RebuildNode.awaitStanding(
                client,
                admin,
                "check-ins",
                answer -> answer.at("/data/generation").longValue() == next);
    }

    @Test
    void whoeverWatchesIsToldThatSomebodyHasCancelledIt() throws Exception {
        try (HeldRebuilds _ = HeldRebuilds.of(RebuildNode.node(), "check-ins");
                CommandProcess watching = start("rebuild", "check-ins")) {
            String unused = watching.awaitLine("check-ins: 0 of ");

            client.delete("/api/admin/projections/check-ins/rebuild").as(admin).send();

            Ended ended = watching.awaitEnd();
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.said()).contains("check-ins: the rebuild was cancelled; generation ");
        }
    }

    @Test
    void withoutAServiceTheCommandDoesItItself() throws Exception {
        // given
        String database = TestPostgres.freshDatabaseUrl();
        List<String> names;
        try (TestNode node = TestNode.start(database)) {
            new ContractClient(node).newMember("Pia One");
            names = namesIn(database);
        }

        // when
        try (CommandProcess rebuild = CommandProcess.start(database, "rebuild", "--all")) {
            Ended ended = rebuild.awaitEnd();

            // then
            assertThat(ended.exitCode()).isZero();
            assertThat(ended.said()).contains("accounts: generation 2 serves", "check-ins: generation 2 serves");
        }
        assertThat(namesIn(database)).isEqualTo(names).hasSize(1);
    }

    private static List<String> namesIn(String database) {
        return JdbcClient.create(new DriverManagerDataSource(database))
                .sql("SELECT name FROM view.account")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static CommandProcess start(String... command) throws IOException {
        return CommandProcess.start(RebuildNode.database(), command);
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        try (CommandProcess process = start(command)) {
            return process.awaitEnd();
        }
    }
}

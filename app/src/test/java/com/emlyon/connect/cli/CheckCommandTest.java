package com.emlyon.connect.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.database.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code check} finds in configurations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckCommandTest {

    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode node = TestNode.start(database);

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void aGoodConfigurationIsFoundGood() {
        Ran ran = Ran.on(database, "check");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "ok       settings",
                        "ok       ports",
                        "ok       folders",
                        "ok       database",
                        "ok       tables",
                        "ok       keys");
    }

    @Test
    void allProblemsOfAConfigurationAreFoundAtOnce() {
        // when
        Ran ran = Ran.on(
                database,
                "check",
                "--json",
                "--MASTER_KEY=a master key that has wrapped nothing here",
                "--TRUSTED_PROXIES=the proxy",
                "--BASE_URL=connect",
                "--MANAGEMENT_PORT=" + node.http().getPort(),
                "--connect.feed.ping-interval=soon",
                "--connect.avatar.pixels=many");

        // then
        assertThat(ran.exitCode()).isEqualTo(1);
        JsonNode document = json(ran);
        assertThat(document.get("ok").booleanValue()).isFalse();
        assertThat(document.get("problems")
                        .valueStream()
                        .map(problem -> problem.get("variable").stringValue()))
                .containsExactlyInAnyOrder(
                        "TRUSTED_PROXIES",
                        "BASE_URL",
                        "MANAGEMENT_PORT",
                        "CONNECT_FEED_PING_INTERVAL",
                        "CONNECT_AVATAR_PIXELS",
                        "MASTER_KEY");
    }

    @Test
    void demoDataInProductionIsOneOfTheProblems() {
        JsonNode document = json(Ran.on(
                database, "check", "--json", "--NODE_ENV=production", "--connect.demo=true", "--BASE_URL=connect"));

        assertThat(document.get("problems")
                        .valueStream()
                        .map(problem -> problem.get("variable").stringValue()))
                .containsExactlyInAnyOrder("CONNECT_DEMO", "BASE_URL");
    }

    private static JsonNode json(Ran ran) {
        assertThat(ran.err()).isEmpty();
        return JsonMapper.shared().readTree(ran.out());
    }
}

package com.emlyon.connect.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");

    @Test
    void commandsAreCountedByTypeAndOutcome() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        client.post("/api/events/" + event + "/attend").as(pia).send();

        Scrape scrape = Scrape.of(client);

        assertThat(scrape.value("connect_commands_seconds_count", "command=\"CreateEvent\"", "outcome=\"accepted\""))
                .isPositive();
        assertThat(scrape.value("connect_commands_seconds_count", "command=\"JoinEvent\"", "outcome=\"AlreadyJoined\""))
                .isPositive();
    }

    @Test
    void openSocketsAreCounted() {
        // Those of other tests may need a moment until they have left.
        awaitSockets(0);
        try (Feed _ = client.openFeed(pia.token()).awaitInitial()) {
            assertThat(Scrape.of(client).value("connect_sockets")).isEqualTo(1);
        }
        awaitSockets(0);
    }

    private void awaitSockets(int many) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(Scrape.of(client).value("connect_sockets")).isEqualTo(many));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service", "fact-writer", "probe"})
    void everyPoolIsMeasured(String pool) {
        assertThat(Scrape.of(client).value("hikaricp_connections", "pool=\"" + pool + "\""))
                .isPositive();
        assertThat(Scrape.of(client).value("hikaricp_connections_pending", "pool=\"" + pool + "\""))
                .isNotNegative();
    }

    /** What operators read about connections, so that they give their PostgreSQL enough of them. */
    @Test
    void theDocumentationCountsAllConnectionsOfANode() throws IOException {
        double pools = 0;
        for (String pool : List.of("service", "fact-writer", "views", "probe")) {
            pools += Scrape.of(client).value("hikaricp_connections_max", "pool=\"" + pool + "\"");
        }
        int outsideOfPools = 2;

        assertThat(Files.readString(Path.of("../docs/operating.md")))
                .contains("A node uses up to %.0f connections".formatted(pools + outsideOfPools));
        assertThat(TestNode.shared()
                        .bean(JdbcClient.class)
                        .sql("""
                                SELECT DISTINCT application_name FROM pg_stat_activity
                                WHERE datname = current_database() AND application_name LIKE 'emlyon-connect %'
                                """)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("emlyon-connect signals", "emlyon-connect check");
    }

    @Test
    void passwordsThatWaitAreMeasured() {
        assertThat(Scrape.of(client).value("connect_passwords_waiting")).isNotNegative();
    }

    /** Tools ask for what they read best, and must not get JSON instead, as clients of the API do. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/actuator/prometheus | */* | text/plain",
                "/actuator/prometheus | text/plain;version=0.0.4 | text/plain",
                "/actuator/prometheus | application/openmetrics-text;version=1.0.0 | application/openmetrics-text",
                "/actuator/health | application/json | application/json",
                "/actuator/health | application/vnd.spring-boot.actuator.v3+json | application/vnd.spring-boot.actuator.v3+json",
                "/actuator/health | text/html,*/*;q=0.8 | application/",
                "/actuator/info | application/json | application/json",
                "/v3/api-docs | application/json | application/json",
                "/v3/api-docs | text/html,*/*;q=0.8 | application/json",
                "/v3/api-docs.yaml | */* | application/vnd.oai.openapi",
                "/swagger-ui/index.html | text/html | text/html"
            })
    void toolsGetWhatTheyAskFor(String path, String accepted, String contentType) {
        Answer answer = client.get(path).header("Accept", accepted).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(contentType));
    }

    @Test
    void nothingElseIsOpenToOperators() {
        assertThat(client.get("/actuator").send().json().get("_links").propertyNames())
                .containsExactlyInAnyOrder("self", "health", "health-path", "info", "prometheus");
        assertThat(client.get("/actuator/env").send().status()).isEqualTo(404);
    }
}

package com.emlyon.connect.app.eventstore;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.feed.RawFeed;
import com.emlyon.platform.eventstore.node.Node;
import com.emlyon.platform.eventstore.node.NodeTable;
import com.emlyon.platform.eventstore.node.ThisNode;
import com.emlyon.platform.eventstore.personal.MasterKeyRefused;
import com.emlyon.platform.eventstore.personal.MasterKeys;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes of one database, of which one does not know the master key of the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoMasterKeysTest {

    private static final String NEXT = "another master key of the tests that is as long as it should be";
    private static final String GONE = "Compte supprimé";
    private static final String UNAVAILABLE = "Service momentanément indisponible, réessayez dans quelques instants";
    private static final int SERVICE_RESTARTED = 1012;
    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private final String database = TestPostgres.freshDatabaseUrl();
    private TestNode former;
    private ContractClient client;
    private JdbcClient tables;
    private Member pia;

    @BeforeAll
    void start() {
        former = TestNode.start(database);
        client = new ContractClient(former);
        tables = former.bean(JdbcClient.class);
        pia = client.newMember("Pia One");
    }

    @AfterAll
    void stop() {
        former.close();
    }

    private TestNode startWithNextKey() {
        return TestNode.start(
                database, "--connect.master.secret=" + NEXT, "--connect.master.accepted[0]=" + TestNode.MASTER_KEY);
    }

    @Test
    @Order(1)
    void noKeyIsWrappedAnewWhileAnotherNodeThatLivesDoesNotKnowTheMasterKey() {
        List<String> before = wrapped();
        assertThat(former.bean(NodeTable.class).living())
                .singleElement()
                .returns(former.bean(ThisNode.class).id(), Node::id)
                .returns(true, Node::servesRequests)
                .satisfies(
                        node -> assertThat(node.masterKeys()).containsExactly(MasterKeys.nameOf(TestNode.MASTER_KEY)));

        assertThatThrownBy(this::startWithNextKey)
                .hasRootCauseInstanceOf(MasterKeyRefused.class)
                .rootCause()
                .hasMessageContainingAll(
                        "MASTER_KEYS_ACCEPTED", former.bean(ThisNode.class).id());

        assertThat(wrapped()).isEqualTo(before);
        assertThat(former.bean(NodeTable.class).living()).hasSize(1);
        assertThat(client.get("/api/users/me").as(pia).send()).hasStatus(200);
    }

    /** As a node of a version that does not register would be, or one that hangs for long. */
    @Test
    @Order(2)
    void aNodeThatDoesNotKnowTheMasterKeyServesNothingRatherThanShowTheLivingAsGone() {
        hideFromTheOthers(former.bean(ThisNode.class).id());
        List<String> before = wrapped();
        List<String> heard = new ArrayList<>();
        try (RawFeed feed = RawFeed.open(former.ws(), pia.token())) {
            heard.add(feed.next().text());
            Member max;

            // when
            try (TestNode changing = startWithNextKey()) {
                ContractClient other = new ContractClient(changing);
                max = other.newMember("Max Two");
                Answer checkIn = other.post("/api/checkins")
                        .as(max)
                        .json("{\"locationName\":\"Le Sucre\",\"latitude\":45,\"longitude\":4.8}")
                        .send();

                // then
                assertThat(checkIn).hasStatus(201);
                await().atMost(A_WHILE)
                        .until(() -> client.get("/api/health").send().status() == 503);
                assertThat(client.get("/actuator/health/readiness").send()).hasStatus(503);
                for (Member member : List.of(pia, max)) {
                    Stream.of(
                                    "/api/users/me",
                                    "/api/users",
                                    "/api/checkins",
                                    "/api/events",
                                    "/api/users/me/export",
                                    "/api/users/me/sessions",
                                    "/api/users/" + max.id())
                            .map(path -> client.get(path).as(member).send())
                            .forEach(answer -> assertThat(answer).isFailure(503, UNAVAILABLE));
                }
                assertThat(client.login(pia.email(), ContractClient.PASSWORD)).isFailure(503, UNAVAILABLE);
                assertThat(closeCode(feed, heard)).isEqualTo(SERVICE_RESTARTED);
                try (RawFeed late = RawFeed.open(former.ws(), pia.token())) {
                    assertThat(closeCode(late, heard)).isEqualTo(SERVICE_RESTARTED);
                }
                assertThat(heard).noneMatch(frame -> frame.contains(GONE));
                assertThat(other.get("/api/users").as(pia).send().text()).contains("Pia One", "Max Two");
            }
        }

        // when
        restore(before);

        // then
        await().atMost(A_WHILE).until(() -> client.get("/api/health").send().status() == 200);
        assertThat(client.get("/api/users/me").as(pia).send().string("/data/name"))
                .isEqualTo("Pia One");
        assertThat(client.get("/actuator/health/readiness").send()).hasStatus(200);
    }

    private void hideFromTheOthers(String node) {
        tables.sql("""
                        CREATE FUNCTION store.hide_a_node() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'
                        """).update();
        tables.sql("DELETE FROM store.node WHERE id = ?").param(node).update();
        tables.sql("""
                        CREATE TRIGGER a_node_is_hidden BEFORE INSERT OR UPDATE ON store.node
                        FOR EACH ROW WHEN (NEW.id = '%s') EXECUTE FUNCTION store.hide_a_node()
                        """.formatted(node)).update();
    }

    /** All keys, as they are wrapped. */
    private List<String> wrapped() {
        return tables.sql("""
                        SELECT 'person_key|person|wrapped|' || person || '|' || master || '|' || encode(wrapped, 'hex')
                        FROM store.person_key WHERE wrapped IS NOT NULL
                        UNION SELECT 'key|name|value|' || name || '|' || master || '|' || encode(value, 'hex') FROM store.key
                        ORDER BY 1
                        """).query((row, number) -> row.getString(1)).list();
    }

    /** What was made since has gone with its master key. */
    private void restore(List<String> keys) {
        List<String> persons = new ArrayList<>();
        for (String key : keys) {
            String[] parts = key.split("\\|");
            tables.sql("UPDATE store.%s SET master = ?, %s = decode(?, 'hex') WHERE %s = ?"
                            .formatted(parts[0], parts[2], parts[1]))
                    .params(parts[4], parts[5], parts[3])
                    .update();
            persons.add(parts[3]);
        }
        tables.sql("UPDATE store.person_key SET master = NULL, wrapped = NULL WHERE person <> ALL (?)")
                .param(persons.toArray(String[]::new))
                .update();
    }

    private static int closeCode(RawFeed feed, List<String> heard) {
        RawFeed.Message message = feed.next();
        while (message.closeCode() == -1) {
            heard.add(message.text());
            message = feed.next();
        }
        return message.closeCode();
    }
}

package com.emlyon.connect.app.availability;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A request asks for a connection only when it holds none: otherwise as many requests as there are connections would wait for each other,
 * until all of them fail. The node has a single connection left, and knows no key of the students yet.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneConnectionTest {

    private final String database = TestPostgres.freshDatabaseUrl();
    private final TestNode other = TestNode.start(database, "--ADMIN_EMAILS=" + TestNode.ADMIN);
    private final ContractClient elsewhere = new ContractClient(other);
    private final Member pia = elsewhere.newMember("Pia One");
    private final Member max = elsewhere.newMember("Max Two");
    private final Member chef = elsewhere.admin();
    private final String event = elsewhere.newEvent(max, "Gala", "2031-05-01");
    private final TestNode node = TestNode.start(database, "--ADMIN_EMAILS=" + TestNode.ADMIN);
    private final ContractClient client = new ContractClient(node);
    private final List<Connection> taken = new ArrayList<>();

    @BeforeAll
    void takeAllButOne() throws SQLException {
        HikariDataSource connections = node.bean(HikariDataSource.class);
        for (int i = 1; i < connections.getMaximumPoolSize(); i++) {
            taken.add(connections.getConnection());
        }
    }

    @BeforeEach
    void forgetAllKeys() {
        ReflectionTestUtils.invokeMethod(
                node.bean("com.emlyon.platform.eventstore.personal.KeyCache", Object.class), "forget", "");
    }

    @AfterAll
    void stop() throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
        node.close();
        other.close();
    }

    @Test
    void oneIsEnoughForACheckIn() {
        assertThat(client.post("/api/checkins")
                        .as(pia)
                        .json("{\"locationName\":\"Bar du Port\",\"latitude\":45.76,\"longitude\":4.83}")
                        .send())
                .hasStatus(201);
    }

    @Test
    void oneIsEnoughForWhoJoins() {
        assertThat(client.post("/api/events/" + event + "/attend").as(pia).send())
                .hasStatus(200);
        assertThat(client.get("/api/events/" + event).as(pia).send()).hasStatus(200);
        assertThat(client.delete("/api/events/" + event + "/attend").as(pia).send())
                .hasStatus(200);
    }

    @Test
    void oneIsEnoughForWhoTakesAllAlong() {
        assertThat(client.get("/api/users/me/export").as(max).send()).hasStatus(200);
    }

    @Test
    void oneIsEnoughForAReaderOfAnEventsPast() {
        assertThat(client.get("/api/events/" + event + "/history").as(max).send())
                .hasStatus(200);
    }

    @Test
    void oneIsEnoughForAnAdministrator() {
        for (String path : List.of(
                "/api/admin/history/" + event,
                "/api/admin/history/" + max.id(),
                "/api/admin/events/" + event,
                "/api/admin/check-ins/user/" + pia.id(),
                "/api/admin/accounts/" + max.id(),
                "/api/admin/audit")) {
            assertThat(client.get(path).as(chef).send()).as(path).hasStatus(200);
        }
    }

    @Test
    void oneIsEnoughForAReader() {
        for (String path : List.of(
                "/api/users/me",
                "/api/users/me/sessions",
                "/api/users",
                "/api/events",
                "/api/checkins",
                "/api/events?limit=1")) {
            assertThat(client.get(path).as(max).send()).as(path).hasStatus(200);
        }
    }
}

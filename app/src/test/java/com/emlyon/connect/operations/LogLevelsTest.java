package com.emlyon.connect.operations;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators change log levels without a restart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogLevelsTest {

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member admin = client.admin();
    private final Logger logger = LoggerFactory.getLogger("com.emlyon.connect.changed." + UUID.randomUUID());
    private final String path = "/api/admin/log-levels/" + logger.getName();

    @AfterEach
    void reset() {
        client.delete(path).as(admin).send();
    }

    @Test
    void aLoggerHasTheLevelThatWasSetAndThatOfTheConfigurationAgainAfterTheReset() {
        // when
        assertThat(client.put(path + "?level=DEBUG").as(admin).send()).hasStatus(200);

        // then
        assertThat(logger.isDebugEnabled()).isTrue();
        assertThat(client.get("/api/admin/log-levels").as(admin).send().text())
                .contains("{\"logger\":\"%s\",\"level\":\"DEBUG\",\"effectiveLevel\":\"DEBUG\"}"
                        .formatted(logger.getName()));

        // when
        assertThat(client.put(path + "?level=OFF").as(admin).send()).hasStatus(200);
        assertThat(logger.isErrorEnabled()).isFalse();
        String answer = client.delete(path).as(admin).send().text();

        // then
        assertThat(answer)
                .contains("\"logger\":\"%s\",\"level\":null,\"effectiveLevel\":\"INFO\"".formatted(logger.getName()));
        assertThat(logger.isDebugEnabled()).isFalse();
        assertThat(logger.isInfoEnabled()).isTrue();
    }

    /** All nodes of the tests share one logging system, so the notification of another node is sent by hand. */
    @Test
    void aNodeFollowsTheNotificationOfAnother() {
        // when
        TestNode.shared()
                .bean(JdbcClient.class)
                .sql("SELECT pg_notify('log_level_changed', ?)")
                .param(logger.getName() + "=TRACE")
                .query()
                .listOfRows();

        // then
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(logger::isTraceEnabled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?level=", "?level=debug", "?level=FATAL", "?level=VERBOSE"})
    void anUnknownLevelIsRefused(String query) {
        assertThat(client.put(path + query).as(admin).send())
                .isFailure(400, "Le niveau doit être TRACE, DEBUG, INFO, WARN, ERROR ou OFF");
    }

    @Test
    void anUnknownLoggerIsNotFoundAndNotMade() {
        String unknown = "/api/admin/log-levels/unknown." + UUID.randomUUID();

        assertThat(client.put(unknown + "?level=DEBUG").as(admin).send()).isFailure(404, "Journal introuvable");
        assertThat(client.delete(unknown).as(admin).send()).isFailure(404, "Journal introuvable");
        assertThat(client.put(unknown + "?level=DEBUG").as(admin).send()).isFailure(404, "Journal introuvable");
    }

    @Test
    void studentsMayNot() {
        Member pia = client.newMember("Pia One");

        assertThat(client.get("/api/admin/log-levels").as(pia).send()).isFailure(403, "Non autorisé");
        assertThat(client.put(path + "?level=DEBUG").as(pia).send()).isFailure(403, "Non autorisé");
        assertThat(logger.isDebugEnabled()).isFalse();
    }
}

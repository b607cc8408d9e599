package com.emlyon.connect.promise.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.PresenceId;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts from the time before there were keys are encrypted when the code that knows keys starts for the first time. */
class OldFactsAreEncryptedTest {

    private static final String AT = "2026-11-23T08:15:30.123Z";

    private final String url = TestPostgres.freshDatabaseUrl();
    private final AccountId gone = AccountId.random();

    @Test
    void whatTheySayIsSealedAndMeansTheSame() {
        Member max;
        String event = "9a1e0000-0000-4000-8000-000000000007";
        // given
        try (TestNode before = TestNode.start(url)) {
            JdbcClient database = before.bean(JdbcClient.class);
            max = new ContractClient(before).newMember("Max Two");
            OtherVersion old = new OtherVersion(database);
            old.append(max.id(), 1, "Account", "AccountRenamed", 1, """
                    {"account": "%s", "name": "sealed:%s:Old Max", "at": "%s"}""".formatted(max.id(), max.id(), AT));
            old.append(event, 0, "CampusEvent", "EventCreated", 1, """
                    {"event": "%s", "creator": "%s", "title": "Old gala", "description": "", "date": "%s", "at": "%s"}""".formatted(
                            event, max.id(), "2031-05-01T18:30:00Z", AT));
            old.append(event, 1, "CampusEvent", "EventUpdated", 1, """
                    {"event": "%s", "title": "Old ball", "description": "Old park", "date": "%s", "at": "%s"}""".formatted(event, "2031-05-01T18:30:00Z", AT));
            old.append(new PresenceId(gone).toString(), 0, "Presence", "CheckedIn", 1, """
                    {"account": "%s", "checkIn": "c6740000-0000-4000-8000-000000000007", "place": "Old bar",
                     "latitude": 45.7, "longitude": 4.8, "emoji": null, "at": "%s"}""".formatted(gone, AT));
            database.sql("INSERT INTO store.person_key (person) VALUES (?)")
                    .param(gone.value())
                    .update();
            assertThat(history(database)).anyMatch(fact -> fact.contains("Old"));
            database.sql("DELETE FROM public.flyway_schema_history WHERE version::int = 14")
                    .update();
        }

        // when
        try (TestNode after = TestNode.start(url, "--spring.flyway.out-of-order=true")) {
            // then
            JdbcClient database = after.bean(JdbcClient.class);
            assertThat(history(database))
                    .noneMatch(fact -> fact.contains("Old"))
                    .hasSize(6);
            ContractClient client = new ContractClient(after);
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertThat(client.get("/api/users/me").as(max).send().string("/data/name"))
                        .isEqualTo("sealed:%s:Old Max".formatted(max.id()));
                assertThat(client.get("/api/events/" + event).as(max).send().string("/data/description"))
                        .isEqualTo("Old park");
            });
            assertThat(payload(database, new PresenceId(gone).toString())).contains("\"sealed:%s:\"".formatted(gone));
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() ->
                            database.sql("UPDATE store.fact SET revision = '1'").update())
                    .withMessageContaining("append-only");
        }
    }

    private static List<String> history(JdbcClient database) {
        return database.sql("SELECT payload::text FROM store.fact ORDER BY position")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static String payload(JdbcClient database, String stream) {
        return database.sql("SELECT payload::text FROM store.fact WHERE stream = ?")
                .param(stream)
                .query((row, number) -> row.getString(1))
                .single();
    }
}

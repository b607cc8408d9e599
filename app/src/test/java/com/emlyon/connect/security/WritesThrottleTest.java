package com.emlyon.connect.security;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nobody floods the campus with changes, and nobody waits for what others do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritesThrottleTest {

    private static final String THROTTLED = "Trop de requêtes, réessayez dans un instant";
    private static final int MOST = 3;

    private final TestClock clock = new TestClock();
    private final TestNode node = TestNode.start(
            clock,
            TestPostgres.freshDatabaseUrl(),
            "--connect.throttle.writes.most=" + MOST,
            "--connect.throttle.writes.per=30m",
            "--connect.throttle.tickets.most=2",
            "--connect.throttle.tickets.per=30m");
    private final ContractClient client = new ContractClient(node);

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void whoeverWritesTooOftenWaitsAndNobodyElse() {
        Member pia = client.newMember("Pia One");
        Member max = client.newMember("Max Two");
        for (int i = 0; i < MOST; i++) {
            client.newCheckIn(pia, "Le Sucre");
        }

        // when
        Answer throttled = checkIn(pia).send();

        // then
        assertThat(throttled).isFailure(429, THROTTLED);
        assertThat(Long.parseLong(throttled.header("Retry-After").orElseThrow()))
                .isBetween(
                        Duration.ofMinutes(9).toSeconds(),
                        Duration.ofMinutes(10).toSeconds());
        assertThat(checkIn(pia).inEnglish().send()).isFailure(429, "Too many requests, try again in a moment");
        assertThat(client.get("/api/checkins").as(pia).send()).hasStatus(200);
        client.newCheckIn(max, "Le Sucre");

        // when
        clock.advance(Duration.ofMinutes(10));

        // then
        client.newCheckIn(pia, "Le Sucre");
        assertThat(checkIn(pia).send()).hasStatus(429);
    }

    @Test
    void whatWasRefusedCountsTooOnWhateverRoute() {
        Member pia = client.newMember("Pia One");
        assertThat(client.post("/api/checkins").as(pia).json("{}").send()).hasStatus(400);
        assertThat(client.put("/api/events/x").as(pia).json("{}").send()).hasStatus(404);
        assertThat(client.delete("/API/Events/x/attend/").as(pia).send()).hasStatus(404);

        assertThat(client.delete("/api/events/x").as(pia).send()).isFailure(429, THROTTLED);
    }

    @Test
    void nobodyIsKeptFromLoggingOut() {
        Member pia = client.newMember("Pia One");
        for (int i = 0; i <= MOST; i++) {
            checkIn(pia).send();
        }
        assertThat(checkIn(pia).send()).hasStatus(429);

        assertThat(client.delete("/api/users/me/sessions").as(pia).send()).hasStatus(200);
        assertThat(checkIn(pia).send()).hasStatus(401);
    }

    @Test
    void whoHasNoTokenUsesNothingUp() {
        Member pia = client.newMember("Pia One");
        for (int i = 0; i <= MOST; i++) {
            assertThat(client.delete("/api/events/x").send()).hasStatus(401);
            assertThat(client.delete("/api/events/x").bearer(pia.token() + "x").send())
                    .hasStatus(401);
        }

        client.newCheckIn(pia, "Le Sucre");
    }

    @Test
    void ticketsAreCountedApart() {
        Member pia = client.newMember("Pia One");
        client.newTicket(pia.token());
        client.newTicket(pia.token());

        Answer throttled = client.post("/api/ws-tickets").as(pia).send();

        assertThat(throttled).isFailure(429, THROTTLED);
        assertThat(throttled.header("Retry-After")).isPresent();
        client.newCheckIn(pia, "Le Sucre");
    }

    /** Whoever has found a token can use up what its holder may write, but not keep the holder from ending that. */
    @Test
    void anAccountThatIsFloodedCanBeTakenBack() {
        Member pia = client.newMember("Pia One");
        for (int i = 0; i <= MOST; i++) {
            checkIn(pia).send();
        }
        String home = client.login(pia.email(), ContractClient.PASSWORD).string("/data/token");

        assertThat(client.put("/api/users/me/password")
                        .bearer(home)
                        .json("{\"currentPassword\":\"%s\",\"newPassword\":\"un autre mot\"}"
                                .formatted(ContractClient.PASSWORD))
                        .send())
                .hasStatus(200);
        assertThat(checkIn(pia).send()).hasStatus(401);
    }

    private Call checkIn(Member member) {
        return client.post("/api/checkins")
                .as(member)
                .json("{\"locationName\":\"Le Sucre\",\"latitude\":45.76,\"longitude\":4.83}");
    }
}

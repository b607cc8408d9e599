package com.emlyon.connect.security;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The password that those are asked for who are logged in: it cannot be guessed, and no stranger keeps anybody from proving it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvenPasswordsTest {

    private static final String THROTTLED = "Trop de tentatives, réessayez plus tard";
    private static final String WRONG = "pas celui-ci";
    private static final int MOST = 3;
    private static final int MOST_CHANGES = 2;

    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(),
            "--connect.throttle.account-from-address.most=" + MOST,
            "--connect.throttle.password-changes.most=" + MOST_CHANGES);
    private final ContractClient client = new ContractClient(node);

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void whoHasFoundATokenGuessesAFewTimes() {
        Member pia = client.newMember("Pia One");
        for (int i = 0; i < MOST; i++) {
            assertThat(change(pia.token(), WRONG, "un autre mot")).isFailure(403, "Mot de passe incorrect");
        }

        assertThat(change(pia.token(), ContractClient.PASSWORD, "un autre mot")).isFailure(429, THROTTLED);
        assertThat(client.deletionOf(pia).send()).isFailure(429, THROTTLED);
    }

    @Test
    void andKeepsTheHolderFromNothing() {
        Member pia = client.newMember("Pia One");
        String home = client.login(pia.email(), ContractClient.PASSWORD).string("/data/token");
        for (int i = 0; i <= MOST; i++) {
            change(pia.token(), WRONG, "un autre mot");
        }

        assertThat(change(home, ContractClient.PASSWORD, "un autre mot")).hasStatus(200);
    }

    @Test
    void strangersWhoGuessAtTheDoorKeepNobodyFromItEither() {
        Member pia = client.newMember("Pia One");
        for (int i = 0; i <= MOST; i++) {
            client.login(pia.email(), WRONG);
        }
        assertThat(client.login(pia.email(), ContractClient.PASSWORD)).isFailure(429, THROTTLED);

        assertThat(change(pia.token(), ContractClient.PASSWORD, "un autre mot")).hasStatus(200);
    }

    /** Each of them is a fact, and an entry of the trail, for ever. */
    @Test
    void nobodyChangesItAgainAndAgain() {
        Member pia = client.newMember("Pia One");
        for (int i = 0; i < MOST_CHANGES; i++) {
            assertThat(change(pia.token(), ContractClient.PASSWORD, ContractClient.PASSWORD))
                    .hasStatus(200);
        }

        Answer throttled = change(pia.token(), ContractClient.PASSWORD, ContractClient.PASSWORD);

        assertThat(throttled).isFailure(429, THROTTLED);
        Assertions.assertThat(throttled.header("Retry-After")).isPresent();
    }

    private Answer change(String token, String present, String next) {
        return client.put("/api/users/me/password")
                .bearer(token)
                .json("{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(present, next))
                .send();
    }
}

package com.emlyon.connect.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The secret with which tokens are signed is changed, one node after the other, and nobody has to log in again. */
class AnotherSecretTest {

    private static final String NEXT = "another secret of the tests that is as long as it should be";

    @Test
    void whatTheFormerSecretHasSignedIsGoodAtTheNextOneAndTheOtherWayRound() {
        String database = TestPostgres.freshDatabaseUrl();
        try (TestNode before = TestNode.start(database, "--JWT_SECRETS_ACCEPTED=" + NEXT);
                TestNode after = TestNode.start(
                        database, "--connect.jwt.secret=" + NEXT, "--connect.jwt.accepted[0]=" + TestNode.JWT_SECRET);
                TestNode atLast = TestNode.start(database, "--connect.jwt.secret=" + NEXT)) {
            // given
            ContractClient former = new ContractClient(before);
            ContractClient next = new ContractClient(after);
            Member pia = former.newMember("Pia One");
            String signedByNext =
                    next.login(pia.email(), ContractClient.PASSWORD).string("/data/token");

            // then
            for (ContractClient client : List.of(former, next)) {
                assertThat(status(client, pia.token())).isEqualTo(200);
                assertThat(status(client, signedByNext)).isEqualTo(200);
                try (Feed feed = client.openFeed(pia.token())) {
                    assertThat(feed.nextFrame()).startsWith("{\"type\":\"initial\",");
                }
            }
            ContractClient last = new ContractClient(atLast);
            assertThat(status(last, signedByNext)).isEqualTo(200);
            assertThat(status(last, pia.token())).isEqualTo(401);
        }
    }

    private static int status(ContractClient client, String token) {
        return client.get("/api/users/me").bearer(token).send().status();
    }
}

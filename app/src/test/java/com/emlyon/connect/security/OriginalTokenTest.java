package com.emlyon.connect.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Feed;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.TokenForge;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sessions of the original service go on: its tokens are made by hand here, byte for byte as it made them. */
class OriginalTokenTest {

    private static final Duration SEVEN_DAYS = Duration.ofDays(7);

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final TokenForge original = client.forge();
    private final Instant issued = Instant.now().minus(Duration.ofDays(1));

    @Test
    void aTokenOfTheOriginalSpeaksForItsAccount() {
        Member pia = client.newMember("Pia One");
        String token = tokenFor(pia.id());

        Answer me = client.get("/api/users/me").bearer(token).send();

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.string("/data/id")).isEqualTo(pia.id());
        try (Feed feed = client.openFeed(token)) {
            assertThat(feed.nextFrame()).startsWith("{\"type\":\"initial\"");
        }
    }

    @Test
    void aTokenOfAnAccountThatIsNotHereIsRefused() {
        Answer refused = client.get("/api/users/me")
                .bearer(tokenFor(UUID.randomUUID().toString()))
                .send();

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.string("/message")).isEqualTo("Token invalide");
    }

    private String tokenFor(String userId) {
        return original.signed("HS256", TokenForge.claims(userId, issued, issued.plus(SEVEN_DAYS)), original.secret());
    }
}

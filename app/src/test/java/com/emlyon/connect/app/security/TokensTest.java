package com.emlyon.connect.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.SessionId;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A token says the same of its session's times, however long it takes to write it. */
class TokensTest {

    private static final Instant BEGINNING = Instant.parse("2026-11-30T23:59:59.900Z");

    private final Settings settings = TestNode.shared().bean(Settings.class);
    private final AtomicLong looks = new AtomicLong();

    /** Each look at it is 200 ms later than the one before. */
    private final InstantSource clock = () -> BEGINNING.plusMillis(200 * looks.getAndIncrement());

    private final Tokens tokens = new Tokens(settings, clock.withZone(ZoneOffset.UTC));
    private final TokenClaims.OfSession pass = tokens.pass(new AccountId("pia"), SessionId.random());

    @Test
    void aTokenLastsAsLongAsConfiguredWhenASecondPassesMeanwhile() {
        JsonNode claims = claimsOf(tokens.issue(pass));

        assertThat(Duration.ofSeconds(
                        claims.get("exp").longValue() - claims.get("iat").longValue()))
                .isEqualTo(settings.jwt().expiresIn());
    }

    @Test
    void aTokenThatIsWrittenAgainForItsSessionIsTheSame() {
        String first = tokens.issue(pass);
        looks.addAndGet(100);

        assertThat(tokens.issue(pass)).isEqualTo(first);
    }

    private static JsonNode claimsOf(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JsonMapper.shared().readTree(new String(claims, StandardCharsets.UTF_8));
    }
}

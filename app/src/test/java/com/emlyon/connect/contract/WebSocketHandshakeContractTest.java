package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 7: who is let in, and how the others are turned away. */
@ContractTest
class WebSocketHandshakeContractTest {

    private static final int POLICY_VIOLATION = 1008;

    private final ContractClient client = new ContractClient();
    private final TokenForge forge = client.forge();
    private final Member pia = client.newMember("Pia One");

    @ParameterizedTest
    @ValueSource(strings = {"/ws/", "/ws/x", "/wsx", "/WS", "/", "/nope", "/api/ws"})
    void anUpgradeOnAnotherPathIsABadRequest(String path) {
        assertThat(client.raw().handshake(path + "?token=" + pia.token())).hasStatus(400);
    }

    @Test
    void withoutAnUpgradeThereIsNoSuchRoute() {
        assertThat(client.get("/ws").send()).isFailure(404, "Route introuvable");
        assertThat(client.get("/ws?token=" + pia.token()).send()).isFailure(404, "Route introuvable");
        assertThat(client.post("/ws").send()).isFailure(404, "Route introuvable");
    }

    @Test
    void theUpgradeIsPlainEvenWhenTheClientOffersCompression() {
        Answer answer = client.raw()
                .handshake(
                        "/ws?token=" + pia.token(),
                        "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");

        assertThat(answer)
                .hasStatus(101)
                .hasHeader("Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                .hasNoHeader("Sec-WebSocket-Extensions");
    }

    @Test
    void theUpgradeIsAcceptedEvenWithoutAToken() {
        assertThat(client.raw().handshake("/ws")).hasStatus(101);
        assertThat(client.raw().handshake("/ws?token=x")).hasStatus(101);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token", "?jwt=x", "?Token=x"})
    void withoutATokenTheConnectionIsClosed(String query) {
        try (Feed feed = client.openFeedWith(query)) {
            assertThat(feed.awaitClosing()).isEqualTo(new Feed.Closing(POLICY_VIOLATION, "Token manquant"));
        }
    }

    @Test
    void aTokenInTheHeaderDoesNotCount() {
        try (Feed feed = client.openFeedWith("", "Authorization: Bearer " + pia.token())) {
            assertThat(feed.awaitClosing()).isEqualTo(new Feed.Closing(POLICY_VIOLATION, "Token manquant"));
        }
    }

    @ParameterizedTest
    @MethodSource
    void aBadTokenClosesTheConnection(String token) {
        try (Feed feed = client.openFeed(token)) {
            assertThat(feed.awaitClosing()).isEqualTo(new Feed.Closing(POLICY_VIOLATION, "Token invalide"));
        }
    }

    Stream<String> aBadTokenClosesTheConnection() {
        Instant inAnHour = Instant.now().plusSeconds(3_600);
        String claims = TokenForge.claims(pia.id(), Instant.now(), inAnHour);
        return Stream.of(
                "x",
                "a.b.c",
                pia.token() + "x",
                forge.hs256(pia.id(), Instant.now().minusSeconds(2)),
                forge.signed("HS256", claims, forge.secret() + "x"),
                forge.unsigned(claims),
                forge.hs256(UUID.randomUUID().toString(), inAnHour));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void aTokenSignedWithTheSecretOpensTheFeed(String algorithm) {
        String claims = TokenForge.claims(pia.id(), Instant.now(), Instant.now().plusSeconds(3_600));

        try (Feed feed = client.openFeed(forge.signed(algorithm, claims, forge.secret()))) {
            assertThat(feed.nextFrame()).startsWith("{\"type\":\"initial\",");
        }
    }

    @Test
    void otherQueryParametersDoNotMatter() {
        try (Feed feed = client.openFeedWith("?v=1&token=" + pia.token() + "&x=%20")) {
            assertThat(feed.nextFrame()).startsWith("{\"type\":\"initial\",");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"token=%s", "%%74oken=%s", "v=%%7A1&token=%s&token=x"})
    void theQueryIsDecoded(String query) {
        String[] parts = pia.token().split("\\.", -1);
        String escaped = "%%%02X".formatted((int) parts[0].charAt(0)) + parts[0].substring(1) + "%2E" + parts[1] + "%2e"
                + parts[2];

        try (Feed feed = client.openFeedWith("?" + query.formatted(escaped))) {
            assertThat(feed.nextFrame()).startsWith("{\"type\":\"initial\",");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%252E", "+", "%20", "%00"})
    void whatIsDecodedOnceIsTakenAsItIs(String instead) {
        try (Feed feed = client.openFeed(pia.token().replace(".", instead))) {
            assertThat(feed.awaitClosing()).isEqualTo(new Feed.Closing(POLICY_VIOLATION, "Token invalide"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "http://localhost:5173"})
    void anAllowedOriginConnects(String origin) {
        try (Feed feed = client.openFeedWith("?token=" + pia.token(), "Origin: " + origin)) {
            assertThat(feed.nextFrame()).startsWith("{\"type\":\"initial\",");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "https://localhost:3000",
                "http://localhost:30000",
                "http://localhost:3000.evil.example",
                "null"
            })
    void anotherOriginIsRefusedAtTheHandshake(String origin) {
        assertThat(client.raw().handshake("/ws?token=" + pia.token(), "Origin: " + origin))
                .hasStatus(403);
    }

    @Test
    void aConnectionEndsWithItsToken() {
        // A machine that is too slow to let the holder of a short-lived token in gets one that lives longer.
        int seconds = 3;
        while (!endsWithItsToken(forge.hs256(pia.id(), client.time().plusSeconds(seconds)))) {
            seconds *= 2;
            assertThat(seconds).as("seconds that a token lives").isLessThan(60);
        }
    }

    /** False when it has expired before its holder was let in. */
    private boolean endsWithItsToken(String token) {
        try (Feed feed = client.openFeed(token)) {
            Feed.Closing closing = feed.awaitClosing();
            Optional<String> first = feed.frameAtHand();
            if (first.isEmpty()) {
                return false;
            }
            assertThat(first.orElseThrow()).startsWith("{\"type\":\"initial\",");
            assertThat(closing).isEqualTo(new Feed.Closing(POLICY_VIOLATION, "Token expiré"));
            return true;
        }
    }
}

package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ContractTest
class TokenContractTest {

    /** What our tokens say beside what those of the original say. */
    private static final String OURS = ",\"sid\":\"%s\",\"iss\":\"emlyon-connect\",\"aud\":[\"emlyon-connect\"]";

    private final ContractClient client = new ContractClient();
    private final TokenForge forge = client.forge();
    private final Member pia = client.newMember("Pia One");
    private final Instant inAnHour = Instant.now().plus(1, ChronoUnit.HOURS);

    @Test
    void theTokenNamesTheUserAndLastsSevenDays() {
        String loginToken = client.login(pia.email(), ContractClient.PASSWORD).string("/data/token");

        for (String token : List.of(pia.token(), loginToken)) {
            String[] parts = token.split("\\.", -1);
            JsonNode payload = Json.parse(TokenForge.decoded(parts[1]));
            Instant issued = Instant.ofEpochSecond(payload.get("iat").longValue());
            Instant expiry = Instant.ofEpochSecond(payload.get("exp").longValue());

            assertThat(TokenForge.decoded(parts[0])).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
            assertThat(payload.get("userId").stringValue()).isEqualTo(pia.id());
            assertThat(payload.get("iss").stringValue()).isEqualTo("emlyon-connect");
            assertThat(payload.get("aud").toString()).isEqualTo("[\"emlyon-connect\"]");
            assertThat(payload.propertyNames()).containsExactly("userId", "sid", "iss", "aud", "iat", "exp");
            assertThat(issued).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
            assertThat(Duration.between(issued, expiry)).isEqualTo(Duration.ofDays(7));
            assertThat(parts[2]).isEqualTo(forge.signature("HS256", parts[0] + "." + parts[1], forge.secret()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void aTokenSignedWithTheSecretIsAccepted(String algorithm) {
        String token = forge.signed(algorithm, TokenForge.claims(pia.id(), Instant.now(), inAnHour), forge.secret());

        Answer answer = client.get("/api/users/me").bearer(token).send();

        assertThat(answer).hasStatus(200);
        assertThat(answer.string("/data/id")).isEqualTo(pia.id());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyOtherTokenIsRefused(String kind, String token) {
        assertThat(client.get("/api/users/me").bearer(token).send()).as(kind).isFailure(401, "Token invalide");
    }

    Stream<Arguments> everyOtherTokenIsRefused() {
        String good = pia.token();
        String[] parts = good.split("\\.", -1);
        String claims = TokenForge.claims(pia.id(), Instant.now(), inAnHour);
        String someoneElse = TokenForge.claims(UUID.randomUUID().toString(), Instant.now(), inAnHour);
        String foreign = forge.signed("HS256", someoneElse, forge.secret()).split("\\.", -1)[1];
        return Stream.of(
                Arguments.of("no token at all", "x"),
                Arguments.of("two dots", ".."),
                Arguments.of("three words", "a.b.c"),
                Arguments.of("cut", parts[0] + "." + parts[1]),
                Arguments.of("without signature", parts[0] + "." + parts[1] + "."),
                Arguments.of("with a fourth part", good + ".x"),
                Arguments.of("with another payload", parts[0] + "." + foreign + "." + parts[2]),
                Arguments.of("with another secret", forge.signed("HS256", claims, forge.secret() + "x")),
                Arguments.of("without algorithm", forge.unsigned(claims)),
                Arguments.of("without algorithm, but signed", forge.unsigned(claims) + parts[2]),
                Arguments.of("expired", forge.hs256(pia.id(), Instant.now().minusSeconds(2))),
                Arguments.of(
                        "not yet valid",
                        forge.signed(
                                "HS256",
                                claims.replace("}", ",\"nbf\":%d}".formatted(inAnHour.getEpochSecond())),
                                forge.secret())),
                Arguments.of("of nobody", forge.signed("HS256", "{\"exp\":9999999999}", forge.secret())),
                Arguments.of(
                        "of a user that is no id",
                        forge.signed("HS256", "{\"userId\":\"x\",\"exp\":9999999999}", forge.secret())),
                Arguments.of(
                        "of a user that is no text",
                        forge.signed("HS256", "{\"userId\":5,\"exp\":9999999999}", forge.secret())),
                Arguments.of("of an unknown user", forge.hs256(UUID.randomUUID().toString(), inAnHour)),
                Arguments.of(
                        "without end", forge.signed("HS256", claims.replaceFirst(",\"exp\":\\d+", ""), forge.secret())),
                Arguments.of("of an unknown session", withMore(OURS.formatted(UUID.randomUUID()))),
                Arguments.of(
                        "of somebody else's session", withMore(OURS.formatted(sessionOf(client.newMember("Max Two"))))),
                Arguments.of("of a session, but not by us", withMore(",\"sid\":\"%s\"".formatted(sessionOf(pia)))),
                Arguments.of("by another issuer", withMore(",\"iss\":\"somebody\"")),
                Arguments.of("for another audience", withMore(",\"aud\":\"somebody\"")),
                Arguments.of(
                        "by us, without a session", withMore(OURS.formatted("x").replace(",\"sid\":\"x\"", ""))),
                Arguments.of(
                        "for us and for others",
                        withMore(OURS.formatted(sessionOf(pia)).replace("t\"]", "t\",\"others\"]"))),
                Arguments.of("with a payload that is no object", forge.signed("HS256", "5", forge.secret())));
    }

    /** The token forged with these claims would be good for its own session. */
    @Test
    void aTokenWithAllThatOursSayIsAccepted() {
        String token = withMore(OURS.formatted(sessionOf(pia)));

        assertThat(client.get("/api/users/me").bearer(token).send()).hasStatus(200);
    }

    private String withMore(String claims) {
        String payload = TokenForge.claims(pia.id(), Instant.now(), inAnHour).replace("}", claims + "}");
        return forge.signed("HS256", payload, forge.secret());
    }

    private static String sessionOf(Member member) {
        return Json.parse(TokenForge.decoded(member.token().split("\\.", -1)[1]))
                .get("sid")
                .stringValue();
    }
}

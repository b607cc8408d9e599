package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 1: heads as long as the original took them, methods that no route has, and ids that nothing is named by. */
@ContractTest
class RequestHeadContractTest {

    private static final int LIMIT_BYTES = 16 * 1024;
    private static final String TOO_LARGE = "En-têtes de la requête trop volumineux";
    private static final String UNKNOWN = "Route introuvable";

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");
    private final String token = "Authorization: Bearer " + pia.token();

    @Test
    void aHeadOfAlmostSixteenKilobytesIsRead() {
        assertThat(client.raw().send("GET", "/api/users/me", token, "X: " + "x".repeat(LIMIT_BYTES - 1_000)))
                .hasStatus(200);
        assertThat(client.raw().send("GET", "/api/health?" + "x".repeat(LIMIT_BYTES - 1_000)))
                .hasStatus(200);
    }

    @Test
    void aLongerOneIsRefusedAsTooLarge() {
        assertThat(client.raw().send("GET", "/api/health", "X: " + "x".repeat(LIMIT_BYTES)))
                .isFailure(431, TOO_LARGE);
        assertThat(client.raw().send("GET", "/api/health?" + "x".repeat(LIMIT_BYTES)))
                .isFailure(431, TOO_LARGE);
        assertThat(client.raw().send("GET", "/ws?token=" + "x".repeat(LIMIT_BYTES), "Upgrade: websocket"))
                .isFailure(431, TOO_LARGE);
    }

    @Test
    void soAreTooManyHeaders() {
        String[] lines = Stream.generate(() -> "X: y").limit(500).toArray(String[]::new);

        assertThat(client.raw().send("GET", "/api/health", lines)).isFailure(431, TOO_LARGE);
    }

    /** RFC 9112, 6.1. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/health", "/ws?token=x", "/nope"})
    void aTransferCodingThatIsNotKnownIsNoFaultOfTheServer(String path) {
        assertThat(client.raw().send("GET", path, "Transfer-Encoding: 100-continue, x"))
                .isFailure(501, "Requête invalide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "get", "TRACE", "TRACK", "PROPFIND", "QUERY", "PURGE", "M-SEARCH"})
    void aMethodThatNoRouteHasIsUnknownBehindTheToken(String method) {
        assertThat(client.raw().send(method, "/api/health")).isFailure(404, UNKNOWN);
        assertThat(client.raw().send(method, "/nope")).isFailure(404, UNKNOWN);
        assertThat(client.raw().send(method, "/ws")).isFailure(404, UNKNOWN);
        assertThat(client.raw().send(method, "/api/users/me")).isFailure(401, "Token non fourni");
        assertThat(client.raw().send(method, "/api/users/me", token)).isFailure(404, UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00",
                "a%00b",
                "%2e",
                "%2E%2e",
                ".%2e",
                "%2e%2e;x",
                "a%2eb",
                "%5c",
                "..%5c",
                "%0a",
                "%0D%0A",
                "%e2%80%a8",
                "%E2%80%A9",
                "%2f",
                "%2f%2f",
                "a%2F%2f%2fb",
                "%2e%2fx",
                "x%2f%2e%2e",
                "%25",
                "%2500",
                "%3b",
                "%7f",
                "%c2%85",
                "%ef%bf%bd",
                "%f0%9f%8d%bb",
                "%3f",
                "%23",
                "+",
                "%20"
            })
    void anIdWithOddEscapesIsUnknown(String id) {
        assertThat(client.raw().send("GET", "/api/events/" + id, token)).isFailure(404, "Événement introuvable");
        assertThat(client.raw().send("POST", "/api/events/" + id + "/attend", token, "Content-Length: 0"))
                .isFailure(404, "Événement introuvable");
        assertThat(client.raw().send("DELETE", "/api/checkins/" + id, token)).isFailure(404, "Check-in introuvable");
        assertThat(client.raw().send("GET", "/api/users/" + id, token)).isFailure(404, "Utilisateur introuvable");
        assertThat(client.raw().send("GET", "/api/checkins/user/" + id, token).rawData())
                .isEqualTo("null");
        assertThat(client.raw().send("GET", "/api/events/" + id)).isFailure(401, "Token non fourni");
        assertThat(client.raw().send("GET", "/uploads/avatars/" + id)).isFailure(404, UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"%00%C3, %00%C3", "a%2e%zz, a%2e%zz", "%c0%ae, %c0%ae"})
    void anUndecodableOneIsNamedAsItCame(String id, String named) {
        assertThat(client.raw().send("GET", "/api/events/" + id, token))
                .isFailure(400, "Failed to decode param '" + named + "'");
    }

    @Test
    void anEscapedFullStopIsAFullStop() {
        String picture = client.newAvatar(pia);

        assertThat(client.raw().send("GET", picture.replace(".", "%2E"))).hasStatus(200);
    }
}

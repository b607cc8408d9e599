package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request says about itself: it writes no header of the answer, no address in it, and chooses no other method. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedHeadersTest {

    private static final List<String> CALLED_OTHERWISE =
            List.of("X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "Forwarded: host=evil.example");

    private final TestNode node = TestNode.shared();
    private final ContractClient client = new ContractClient(node);
    private final Wire wire = new Wire(node.http());
    private final Member pia = client.newMember("Pia One");
    private final String picture = client.newAvatar(pia);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS /api/users HTTP/1.1\r\nHost: a\r\nAccess-Control-Request-Headers: x%0d%0aForged: 1\r\n",
                "OPTIONS /api/users HTTP/1.1\r\nHost: a\r\nAccess-Control-Request-Headers: x\rForged: 1\r\n",
                "OPTIONS /api/users HTTP/1.1\r\nHost: a\r\nAccess-Control-Request-Headers: x\r\n Forged: 1\r\n",
                "OPTIONS /api/users HTTP/1.1\r\nHost: a\r\nAccess-Control-Request-Headers: x\0\nForged: 1\r\n",
                "OPTIONS /api/users HTTP/1.1\r\nHost: a\r\nAccess-Control-Request-Headers: x\u0085Forged: 1\r\n",
                "GET /api/users HTTP/1.1\r\nHost: a\r\nOrigin: http://localhost:3000\rForged: 1\r\n",
                "GET /api/users HTTP/1.1\r\nHost: a\r\nOrigin: http://localhost:3000\r\n Forged: 1\r\n",
                "GET /swagger-ui.html?%0d%0aForged:%201 HTTP/1.1\r\nHost: a\r\n",
                "GET /swagger-ui.html%0d%0aForged:%201 HTTP/1.1\r\nHost: a\r\n",
                "GET /swagger-ui.html HTTP/1.1\r\nHost: a%0d%0aForged: 1\r\n",
                "GET /uploads/avatars/x HTTP/1.1\r\nHost: a\r\nRange: bytes=0-\rForged: 1\r\n",
                "GET /api/health HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"\rForged: 1\"\r\n",
                "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\rForged: 1\r\n",
                "GET /ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: connect.v2\rForged: 1\r\n"
            })
    void nothingThatIsSentBecomesAHeaderOfTheAnswer(String head) {
        String answer = wire.say(head + "Connection: close\r\n\r\n");

        assertThat(Wire.statuses(answer)).hasSize(1);
        assertThat(answer).doesNotContainPattern("[\r\n]Forged:");
    }

    @Test
    void addressesOfPicturesDoNotFollowWhatTheRequestCallsUs() {
        // given
        String expected = client.login(pia.email(), ContractClient.PASSWORD).string("/data/user/avatarUrl");
        client.newCheckIn(pia, "Bar du Port");
        client.newEvent(pia, "Gala", "2031-05-01");

        // then
        assertThat(expected).isEqualTo(node.http() + picture);
        for (String target : List.of("/api/checkins", "/api/checkins/user/" + pia.id(), "/api/events", "/api/users")) {
            String answer = wire.say(
                    "GET %s HTTP/1.1\r\nHost: evil.example\r\n%s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                            .formatted(target, String.join("\r\n", CALLED_OTHERWISE), pia.token()));

            assertThat(Wire.statuses(answer)).containsExactly(200);
            assertThat(answer).contains(picture).doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui.html", "/v3/api-docs", "/v3/asyncapi", "/api/health"})
    void neitherDoRedirectsAndTheDocumentation(String target) {
        String answer = wire.say("GET %s HTTP/1.1\r\nHost: evil.example\r\n%s\r\nConnection: close\r\n\r\n"
                .formatted(target, String.join("\r\n", CALLED_OTHERWISE)));

        assertThat(Wire.statuses(answer)).isSubsetOf(200, 302);
        assertThat(answer).doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "a@b", "\"><script>", "[::1", "a\\b", "a?b", "\u00E9"})
    void whatIsNoHostIsRefused(String host) {
        String answer = wire.say("GET /api/health HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(host));

        assertThat(Wire.statuses(answer)).containsExactly(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-HTTP-Method-Override: DELETE",
                "X-HTTP-Method: DELETE",
                "X-Method-Override: DELETE",
                "_method: DELETE"
            })
    void noHeaderChangesTheMethod(String line) {
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        String token = "Authorization: Bearer " + pia.token();

        assertThat(client.raw().send("GET", "/api/events/" + event, line, token))
                .hasStatus(200);
        assertThat(client.raw().send("POST", "/api/events/" + event, line, token, "Content-Length: 0"))
                .hasStatus(404);
        assertThat(client.raw().send("POST", "/api/events/" + event + "?_method=DELETE", token, "Content-Length: 0"))
                .hasStatus(404);
        assertThat(client.post("/api/events/" + event)
                        .as(pia)
                        .form("_method=DELETE")
                        .send())
                .hasStatus(404);
        assertThat(client.get("/api/events/" + event).as(pia).send()).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "DEBUG", "CONNECT", "PROPFIND", "get", "GET/", "FOO"})
    void aMethodThatIsNotServedEchoesNothing(String method) {
        Answer answer = client.raw().send(method, "/api/users/me", "Authorization: Bearer " + pia.token(), "X: echo");

        assertThat(answer.status()).isIn(400, 404, 501);
        assertThat(answer.text()).doesNotContain("echo", pia.token(), pia.email());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-User: admin",
                "X-User-Id: ID",
                "X-Original-URL: /api/health",
                "X-Rewrite-URL: /api/health"
            })
    void noHeaderStandsForAToken(String line) {
        assertThat(client.raw().send("GET", "/api/users/me", line.replace("ID", pia.id())))
                .isFailure(401, "Token non fourni");
    }
}

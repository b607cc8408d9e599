package com.emlyon.connect.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of which a proxy may see another end than we do: they get one answer, and what is hidden in them gets none. */
class SmuggledRequestsTest {

    private static final String HIDDEN = "GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String LOGIN =
            "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    private final Wire wire = new Wire(TestNode.shared().http());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
                "Content-Length: 2, 2\r\n\r\n{}",
                "Content-Length: +2\r\n\r\n{}",
                "Content-Length: -2\r\n\r\n{}",
                "Content-Length: 0x2\r\n\r\n{}",
                "Content-Length: 2_0\r\n\r\n{}",
                "Content-Length: 99999999999999999999\r\n\r\n{}",
                "Content-Length:\r\n 2\r\n\r\n{}",
                "Content-Length : 2\r\n\r\n{}",
                "Content-Length\u000B: 2\r\n\r\n{}",
                "Transfer-Encoding : chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding:\r\n chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: x\r\n ,chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: \u000Bchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n100000002\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\n{}\n0\n\n",
                "Transfer-Encoding: chunked\r\n\r\n2;x=\"\n\"\r\n{}\r\n0\r\n\r\n",
                "X\0: y\r\nContent-Length: 2\r\n\r\n{}",
                "X: \0\r\nContent-Length: 2\r\n\r\n{}",
                "X\rContent-Length: 5\r\nContent-Length: 2\r\n\r\n{}"
            })
    void whoseEndIsDoubtfulGetsOneAnswerAndNoMore(String restOfTheHead) {
        String answers = wire.say(LOGIN + restOfTheHead + HIDDEN + HIDDEN);

        assertThat(Wire.statuses(answers)).hasSize(1).isSubsetOf(List.of(400, 501));
        assertThat(answers).contains("{\"success\":false").doesNotContain("\"status\":\"ok\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: a\r\nHost: b\r\n", "Host: a\r\nHost: a\r\n", "", "Host: a, b\r\n"})
    void whoseHostIsDoubtfulIsRefused(String hosts) {
        String answers = wire.say("GET /api/health HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n");

        assertThat(Wire.statuses(answers)).containsExactly(400);
    }

    @Test
    void theBodyOfAGetIsNoRequest() {
        String answers = wire.say(
                "GET /api/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(HIDDEN.length(), HIDDEN));

        assertThat(Wire.statuses(answers)).containsExactly(200);
    }

    @Test
    void neitherIsTheBodyOfARequestThatIsTurnedAwayAtTheDoor() {
        String answers = wire.say(
                "POST /api/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(HIDDEN.length(), HIDDEN));

        assertThat(Wire.statuses(answers)).containsExactly(401);
    }

    @Test
    void whoDoesNotSwitchToTheFeedHidesNothingBehindTheHandshake() {
        String answers =
                wire.say(("GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                + "Sec-WebSocket-Version: 12\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: null\r\n"
                                + "Connection: close\r\n\r\n")
                        + HIDDEN);

        assertThat(Wire.statuses(answers)).containsExactly(403);
    }

    @Test
    void otherVersionsOfHttpAreNotSpoken() {
        assertThat(wire.say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).doesNotContain("HTTP/1.1 200", "HTTP/2");
        assertThat(Wire.statuses(wire.say("GET /api/health HTTP/9.9\r\nHost: localhost\r\n\r\n")))
                .containsExactly(505);
        assertThat(Wire.statuses(wire.say(
                        "GET /api/health HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings, close\r\n"
                                + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n")))
                .containsExactly(200);
    }
}

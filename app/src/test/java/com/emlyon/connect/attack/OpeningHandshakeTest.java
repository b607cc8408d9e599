package com.emlyon.connect.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A handshake that breaks a rule of RFC 6455 (4.2.1) is refused in the contract's shape, whatever rule it is. */
class OpeningHandshakeTest {

    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    private static final String VERSION = "Sec-WebSocket-Version: 13";
    private static final String HANDSHAKE = "GET /ws?token=x HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\n" + VERSION + "\r\n" + KEY + "\r\n";
    private static final String REFUSAL = "{\"success\":false,\"message\":\"Requ\u00C3\u00AAte invalide\"}";

    private final Wire wire = new Wire(TestNode.shared().http());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET                   | POST
            GET                   | FOO
            HTTP/1.1              | HTTP/1.0
            Connection: Upgrade   | X: y
            Connection: Upgrade   | Connection: keep-alive
            Connection: Upgrade   | Connection: Upgraded
            /ws?token=x           | /ws?token=%zz
            /ws?token=x           | /ws?token=%ff
            """)
    void whatIsNoHandshakeIsRefused(String part, String otherPart) {
        assertRefused(HANDSHAKE.replace(part, otherPart));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sec-WebSocket-Key:",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZSE=",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j!Q==",
                KEY + "\r\n" + KEY,
                KEY + "\r\nSec-WebSocket-Key: AGhlIHNhbXBsZSBub25jZQ=="
            })
    void aHandshakeHasOneKeyOfSixteenBytes(String keys) {
        assertRefused(HANDSHAKE.replace(KEY + "\r\n", keys.isEmpty() ? "" : keys + "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\n",
                "Transfer-Encoding: chunked\r\n",
                "Origin: http://localhost:3000\r\nOrigin: http://evil.example\r\n",
                VERSION + "\r\n",
                "Sec-WebSocket-Extensions: ;\r\n",
                "Sec-WebSocket-Extensions:\r\n",
                "Sec-WebSocket-Extensions: a; b=\"c\r\n",
                "Sec-WebSocket-Protocol: ,\r\n",
                "Sec-WebSocket-Protocol: \"connect.v2\"\r\n",
                "Sec-WebSocket-Protocol: a b\r\n"
            })
    void aHeaderTooMuchOrOutOfItsGrammarIsRefused(String lines) {
        assertRefused(HANDSHAKE + lines);
    }

    private void assertRefused(String head) {
        String answer = wire.sayAndReadOne(head + "\r\n");

        assertThat(Wire.statuses(answer)).as(answer).containsExactly(400);
        assertThat(answer).contains(REFUSAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "8", "14", "x", "13, 8", "013"})
    void anotherVersionIsToldTheRightOne(String version) {
        String answer = wire.sayAndReadOne(HANDSHAKE.replace(VERSION, "Sec-WebSocket-Version: " + version) + "\r\n");

        assertThat(Wire.statuses(answer)).containsExactly(426);
        assertThat(answer).contains("\r\n" + VERSION + "\r\n", "\r\nUpgrade: websocket\r\n", REFUSAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Connection: Upgrade | Connection: keep-alive, UPGRADE
            Upgrade: websocket  | Upgrade: h2c, WebSocket
            Host: localhost     | Host: localhost:1
            """)
    void whatTheRulesAllowIsAccepted(String part, String otherPart) {
        assertThat(upgraded(HANDSHAKE.replace(part, otherPart))).startsWith("HTTP/1.1 101");
    }

    @Test
    void aSubprotocolIsSelectedByItsExactNameAlone() {
        assertThat(upgraded(HANDSHAKE + "Sec-WebSocket-Protocol: Connect.V2\r\n"))
                .startsWith("HTTP/1.1 101")
                .doesNotContain("Sec-WebSocket-Protocol");
        assertThat(upgraded(HANDSHAKE
                        + "Sec-WebSocket-Protocol: CONNECT.V2, a\r\nSec-WebSocket-Protocol: b, connect.v2\r\n"))
                .startsWith("HTTP/1.1 101")
                .contains("\r\nSec-WebSocket-Protocol: connect.v2\r\n");
    }

    private String upgraded(String head) {
        return wire.sayAndReadOne(head + "\r\n");
    }
}

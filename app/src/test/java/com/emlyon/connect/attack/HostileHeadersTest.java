package com.emlyon.connect.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No header that a client may send leads to a failure of ours or to a stack trace, be it in an answer or in the log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileHeadersTest {

    private static final int SILENCE_MILLIS = 20_000;
    private static final String HANDSHAKE = "GET /ws?token=x HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    private final TestNode node = TestNode.shared();
    private final ContractClient client = new ContractClient(node);
    private final Wire wire = new Wire(node.http());
    private final Member pia = client.newMember("Pia One");
    private final String picture = client.newAvatar(pia);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/health HTTP/1.1\r\nHost: localhost\r\n",
                "GET PICTURE HTTP/1.1\r\nHost: localhost\r\n",
                "PUT /api/users/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer TOKEN\r\n"
            })
    void noHeaderLeadsToAFailureOfOurs(String head) {
        sendEachHeader(
                head.replace("TOKEN", pia.token()).replace("PICTURE", picture),
                RequestHeaders.ALL,
                "Connection: close\r\n");
    }

    @Test
    void noHeaderOfAHandshakeLeadsToAFailureOfOurs() {
        sendEachHeader(HANDSHAKE, RequestHeaders.ALL, "");
        for (String name : RequestHeaders.OF_HANDSHAKES) {
            sendEachHeader(HANDSHAKE.replaceFirst("\r\n" + name + ": [^\r]*", ""), List.of(name), "");
        }
    }

    private void sendEachHeader(String head, List<String> names, String end) {
        List<String> broken = new ArrayList<>();
        try (LoggedTraces traces = LoggedTraces.listen()) {
            for (String name : names) {
                for (String value : RequestHeaders.VALUES) {
                    String answer = say(head + name + ": " + value + "\r\n" + end + "\r\n");
                    if (isBroken(answer)) {
                        broken.add(name + ": " + value + "\n" + answer);
                    }
                }
            }
            assertThat(broken.stream().limit(5)).as("of %d", broken.size()).isEmpty();
            assertThat(traces.all()).isEmpty();
        }
    }

    private static boolean isBroken(String answer) {
        return Wire.statuses(answer).stream().anyMatch(Invariants::isFailureOfOurs) || Invariants.showsInside(answer);
    }

    /** Says that nothing follows, so that a body that a header has announced is not waited for. */
    private String say(String request) {
        try (Socket socket = wire.open()) {
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException ended) {
            return "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

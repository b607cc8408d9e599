package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many who hold connections and say nothing, or nearly nothing; how long one may be silent is in {@code PromptRequestsTest}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowRequestsTest {

    private static final int MANY = 150;
    /** Less than the service waits for those who do not go on. */
    private static final Duration QUICK = Duration.ofSeconds(25);

    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int LONGEST_TEST_MILLIS = 120_000;

    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(),
            "--connect.http.longest-head=" + SILENCE.toSeconds() + "s",
            "--connect.http.longest-silence=" + SILENCE.toSeconds() + "s",
            "--connect.http.longest-body=2s");
    private final ContractClient client = new ContractClient(node);
    private final Wire wire = new Wire(node.http());
    private final Member pia = client.newMember("Pia One");

    @AfterAll
    void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /api/he",
                "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{\"em",
                "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{",
                "POST /api/users/me/avatar HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer TOKEN\r\n"
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 900\r\n\r\n--x\r\nContent-Dis",
                "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Ver"
            })
    void whileManyDoNotGoOnAllOthersAreServed(String beginning) throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            // given
            for (int i = 0; i < MANY; i++) {
                Socket socket = wire.open();
                socket.getOutputStream()
                        .write(beginning.replace("TOKEN", pia.token()).getBytes(StandardCharsets.US_ASCII));
                idle.add(socket);
            }

            // then
            assertThat(client.get("/api/health").within(QUICK).send()).hasStatus(200);
            assertThat(client.get("/api/users/me").as(pia).within(QUICK).send()).hasStatus(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyOfWhichNothingComesForTooLongIsNotWaitedFor() throws IOException {
        try (Socket socket = wire.open()) {
            socket.setSoTimeout(LONGEST_TEST_MILLIS);
            socket.getOutputStream()
                    .write(("POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 90\r\n\r\n{\"em")
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Wire.statuses(answer)).doesNotContain(200, 401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n{",
                "POST /api/users/me/avatar HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                        + "Content-Length: 900000\r\n\r\n--x",
                "POST /nope HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffff\r\n"
            })
    void neitherIsOneThatComesByteByByteForEver(String beginning) throws IOException {
        try (Socket socket = wire.open()) {
            // given
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));

            // then
            await().atMost(Duration.ofMillis(LONGEST_TEST_MILLIS))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        try {
                            socket.getOutputStream().write(' ');
                            return false;
                        } catch (SocketException ended) {
                            return true;
                        }
                    });
        }
        assertThat(client.get("/api/health").within(QUICK).send()).hasStatus(200);
    }

    @Test
    void aConnectionThatIsKeptAliveForNothingEnds() throws IOException {
        try (Socket socket = wire.open()) {
            socket.setSoTimeout(LONGEST_TEST_MILLIS);
            socket.getOutputStream()
                    .write("GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Wire.statuses(answer)).containsExactly(200);
        }
    }

    @Test
    void whoGoesInTheMiddleLeavesNothingBehind() throws IOException {
        for (int i = 0; i < MANY; i++) {
            try (Socket socket = wire.open()) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream()
                        .write(("POST /api/checkins HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + "Authorization: Bearer %s\r\nContent-Length: 90\r\n\r\n{\"loc")
                                .formatted(pia.token())
                                .getBytes(StandardCharsets.US_ASCII));
            }
        }

        await().atMost(QUICK)
                .untilAsserted(() -> assertThat(client.get("/api/checkins/user/" + pia.id())
                                .as(pia)
                                .send()
                                .rawData())
                        .isEqualTo("null"));
    }
}

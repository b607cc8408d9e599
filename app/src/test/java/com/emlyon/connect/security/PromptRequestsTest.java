package com.emlyon.connect.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever holds a connection without saying what they want loses it, however they do that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromptRequestsTest {

    private static final Duration LONGEST_HEAD = Duration.ofMillis(700);
    private static final int MILLIS_BETWEEN_BYTES = 40;

    /** Tomcat looks once a second who has been silent for too long; the rest is for slow machines. */
    private static final Duration SOON = LONGEST_HEAD.plusSeconds(15);

    private static final Duration LONGER = LONGEST_HEAD.plusSeconds(3);

    private static final String REQUEST = "GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String ENDLESS = "GET /api/health HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(4_000);
    private static final String UPGRADE = "GET /ws?token=x HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nX: " + "x".repeat(4_000);

    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(), "--connect.http.longest-head=" + LONGEST_HEAD.toMillis() + "ms");

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void silenceEndsAConnection() throws IOException {
        assertThat(trickle("")).isLessThan(SOON);
    }

    @Test
    void aBeginningWithoutAnEndEndsAConnection() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "GET /api/hea");
            assertThat(trickle(socket, "")).isLessThan(SOON);
        }
    }

    @Test
    void aHeadThatComesByteByByteIsNotWaitedFor() throws IOException {
        assertThat(trickle(ENDLESS)).isLessThan(SOON);
        assertThat(trickle(UPGRADE)).isLessThan(SOON);
    }

    @Test
    void emptyLinesBuyNoTime() throws IOException {
        assertThat(trickle("\r\n".repeat(2_000))).isLessThan(SOON);
    }

    /** On a node that waits for long, as a busy machine may need longer for them than the other one waits. */
    @Test
    void emptyLinesBeforeARequestAreOverlooked() throws IOException {
        try (Socket socket = connectTo(TestNode.shared())) {
            for (int i = 0; i < 2; i++) {
                send(socket, "\r\n");
                assertThat(hasEnded(socket)).isFalse();
                send(socket, "\r\n");
                assertThat(hasEnded(socket)).isFalse();

                send(socket, REQUEST);
                assertThat(readAnswer(socket)).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void anEmptyLineWithoutARequestEndsAConnection() throws IOException {
        try (Socket socket = connect()) {
            send(socket, "\r\n");
            assertThat(trickle(socket, "")).isLessThan(SOON);
        }
    }

    @Test
    void theSecondRequestOfAConnectionIsNotWaitedForEither() throws IOException {
        try (Socket socket = connect()) {
            send(socket, REQUEST);
            assertThat(readAnswer(socket)).startsWith("HTTP/1.1 200");

            assertThat(trickle(socket, ENDLESS)).isLessThan(SOON);
        }
    }

    @Test
    void aBodyMayTakeLonger() throws IOException {
        String body = "{\"email\":\"nobody@emlyon.com\",\"password\":\"lemotdepasse\"}";
        try (Socket socket = connect()) {
            // given
            send(
                    socket,
                    "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                            .formatted(body.length()));
            long start = System.nanoTime();
            while (System.nanoTime() - start < LONGER.toNanos()) {
                assertThat(hasEnded(socket)).isFalse();
            }

            // when
            send(socket, body);

            // then
            assertThat(readAnswer(socket)).startsWith("HTTP/1.1 401");
        }
    }

    private Socket connect() throws IOException {
        return connectTo(node);
    }

    private static Socket connectTo(TestNode node) throws IOException {
        Socket socket = new Socket(node.http().getHost(), node.http().getPort());
        socket.setSoTimeout(MILLIS_BETWEEN_BYTES);
        return socket;
    }

    private Duration trickle(String text) throws IOException {
        try (Socket socket = connect()) {
            return trickle(socket, text);
        }
    }

    /** Sends byte by byte; returns how long it took until the service has had enough. */
    private static Duration trickle(Socket socket, String text) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; !hasEnded(socket); i++) {
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            if (taken.compareTo(SOON.plusSeconds(1)) > 0) {
                return taken;
            }
            try {
                send(socket, i < text.length() ? text.substring(i, i + 1) : "");
            } catch (SocketException ended) {
                break;
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Waits for a moment, whether the service ends the connection. */
    private static boolean hasEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String readAnswer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().contains("}")) {
            try {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    break;
                }
                answer.append((char) next);
            } catch (SocketTimeoutException later) {
                continue;
            }
        }
        return answer.toString();
    }
}

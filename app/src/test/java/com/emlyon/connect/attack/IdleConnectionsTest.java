package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.connection.PromptHttp;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Silent connections do not keep other clients out: the one that is idle for the longest time makes room for the next. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdleConnectionsTest {

    private static final int MOST = 60;

    /** The time limit of the tests does not end the wait for an answer. */
    private static final int MILLIS_FOR_AN_ANSWER = 60_000;

    private static final String HEALTH = "GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String LOGIN_WITHOUT_ITS_END =
            "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 43\r\n\r\n"
                    + "{\"email\":\"a@emlyon.com\",\"password\":\"wrong\"";

    /** No time runs out before the test ends. */
    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(),
            "--server.tomcat.max-connections=" + MOST,
            "--connect.http.longest-head=10m",
            "--connect.http.longest-silence=10m");

    private final ContractClient client = new ContractClient(node);
    private final List<Socket> sockets = new ArrayList<>();

    @AfterAll
    void stop() {
        node.close();
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void healthAnswersWhileMoreAreSilentThanMayBeConnected() throws IOException {
        for (int i = 0; i < 3 * MOST; i++) {
            connect();
        }

        assertThat(client.get("/api/health").send()).hasStatus(200);
    }

    @Test
    void healthAnswersWhileMoreKeepTheirConnectionAfterARequestThanMayBeConnected() throws IOException {
        for (int i = 0; i < 3 * MOST; i++) {
            Socket socket = connect();
            say(socket, HEALTH);
            assertThat(firstLine(socket)).startsWith("HTTP/1.1 200");
        }

        assertThat(client.get("/api/health").send()).hasStatus(200);
    }

    @Test
    void theOldestGoesAndTheNewestStays() throws IOException {
        Socket oldest = connect();
        for (int i = 0; i < 3 * MOST; i++) {
            connect();
        }
        Socket newest = connect();

        assertThat(oldest.getInputStream().read()).isEqualTo(-1);
        say(newest, HEALTH);
        assertThat(firstLine(newest)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aConnectionWithARequestStaysAlthoughItIsTheOldest() throws IOException {
        Socket busy = connect();
        say(busy, LOGIN_WITHOUT_ITS_END);
        await().atMost(Duration.ofMinutes(1)).until(() -> waitingRequests() == 1);
        for (int i = 0; i < 3 * MOST; i++) {
            connect();
        }
        Socket newest = connect();
        say(newest, HEALTH);
        assertThat(firstLine(newest)).startsWith("HTTP/1.1 200");

        say(busy, "}");

        assertThat(firstLine(busy)).startsWith("HTTP/1.1 401");
    }

    private int waitingRequests() {
        return node.connector().getProtocolHandler() instanceof PromptHttp http ? http.waitingRequests() : 0;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("localhost", node.http().getPort());
        socket.setSoTimeout(MILLIS_FOR_AN_ANSWER);
        sockets.add(socket);
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStream answer = socket.getInputStream();
        for (int next = answer.read(); next >= 0 && next != '\r'; next = answer.read()) {
            line.append((char) next);
        }
        return line.toString();
    }
}

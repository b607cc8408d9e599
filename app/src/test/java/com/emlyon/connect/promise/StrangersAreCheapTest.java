package com.emlyon.connect.promise;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.connection.PromptHttp;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.platform.postgres.TestPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a client without a token begins and does not end, on whatever route, costs little beyond what Tomcat itself takes for a
 * connection with a request, and never what the client only declares. The growth of the heap during each flood is bounded by what Tomcat takes
 * and by {@link #MOST_BYTES_OF_OURS}: the stack of a virtual thread that waits inside the filters, what these have noted of the request, and
 * the first kilobyte of its body (15 KB together were measured), and what comes and goes meanwhile. Health answers all the while.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersAreCheapTest {

    private static final int CONNECTIONS = Integer.getInteger("strangers.connections", 250);
    private static final int MOST_WAITING = 300;
    private static final int OLDER = 100;
    private static final long MOST_BYTES_OF_OURS = 40 * 1024;
    private static final int MEGABYTE = 1024 * 1024;
    private static final long MOST_OF_LONG_BODIES = 2L * MEGABYTE;

    /** Its buffers of a request add up to some 120 KB, most of which it keeps for the next connection: 5 to 51 KB were measured. */
    private static final long MOST_BYTES_OF_TOMCAT = 100 * 1024;

    private static final Duration QUICK = Duration.ofSeconds(20);
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String UPLOAD = "Content-Type: multipart/form-data; boundary=x\r\n";
    private static final String UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\n";

    /** Those that are open, those at whose door a token is asked for, and some that do not exist. */
    private static final List<String> ROUTES = List.of(
            "/api/auth/login",
            "/api/auth/register",
            "/api/health",
            "/api/checkins",
            "/api/users/me/avatar",
            "/api/nope",
            "/uploads/avatars/x.png",
            "/swagger-ui.html",
            "/v3/api-docs",
            "/v3/asyncapi",
            "/ws",
            "/ws/admin",
            "/actuator/health",
            "/");

    /** Heads take longer than all floods, so that none of them ends before it was measured. */
    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(),
            "--connect.http.longest-head=5m",
            "--connect.http.longest-silence=5m",
            "--connect.http.longest-body=5m",
            "--connect.http.most-waiting-requests=" + MOST_WAITING,
            "--connect.http.most-of-unfinished-bodies=" + MOST_OF_LONG_BODIES + "B");

    private final ContractClient client = new ContractClient(node);

    @AfterAll
    void stop() {
        node.close();
    }

    /** The first floods also fill what Tomcat keeps for later connections. Nothing of ours reads these bodies. */
    @BeforeAll
    void warmUp(TestReporter report) throws IOException {
        for (int i = 0; i < 2; i++) {
            long growth = growthDuring(posts("Content-Type: text/plain\r\nContent-Length: 30000", "x"));
            report.publishEntry("bytes of Tomcat", String.valueOf(growth / CONNECTIONS));
        }
    }

    static Stream<Arguments> beginnings() {
        return Stream.of(
                arguments("heads", heads()),
                arguments(
                        "bodies of JSON",
                        joined(
                                posts(JSON + "Content-Length: 102400", "{"),
                                posts(JSON + "Content-Length: 2097152", "{"),
                                posts(JSON + "Content-Encoding: gzip\r\nContent-Length: 102400", "\u001F\u008B"),
                                posts(JSON + "Transfer-Encoding: chunked", "19000\r\n{"),
                                posts(JSON + "Expect: 100-continue\r\nContent-Length: 102400", ""))),
                arguments(
                        "forms",
                        joined(
                                posts(FORM + "Content-Length: 102400", "a"),
                                posts(FORM + "Content-Length: 2097152", "a"),
                                posts(FORM + "Transfer-Encoding: chunked", "200000\r\na=b&"),
                                requests("PUT", FORM + "Content-Length: 2097152", "a"),
                                requests("DELETE", FORM + "Transfer-Encoding: chunked", "200000\r\na"))),
                arguments(
                        "uploads",
                        joined(
                                posts(UPLOAD + "Content-Length: 5242880", "--x\r\nContent-Dis"),
                                posts(UPLOAD + "Transfer-Encoding: chunked", "500000\r\n--x\r\nA"),
                                posts("Content-Type: text/plain\r\nContent-Length: 2147483647", "x"))),
                arguments(
                        "upgrades with a body",
                        joined(
                                posts(UPGRADE + FORM + "Content-Length: 2097152", "a"),
                                requests("GET", UPGRADE + FORM + "Content-Length: 2097152", "a"),
                                posts(UPGRADE + UPLOAD + "Content-Length: 5242880", "--x"))),
                arguments(
                        "bodies of other methods",
                        joined(
                                requests("GET", FORM + "Content-Length: 2097152", "a"),
                                requests("FOO", FORM + "Content-Length: 2097152", "a"))));
    }

    private static List<String> heads() {
        return List.of(
                "",
                "GET /api/he",
                "\r\n\r\n",
                "GET /api/health HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(16_000),
                "GET /api/health?" + "x".repeat(16_000),
                "GET /ws?token=x HTTP/1.1\r\nHost: a\r\n" + UPGRADE + "Sec-WebSocket-Ver");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beginnings")
    void whatIsBegunAndNotEndedCostsLittle(String kind, List<String> beginnings, TestReporter report)
            throws IOException {
        long growth = growthDuring(beginnings);
        report.publishEntry("bytes of a connection, " + kind, String.valueOf(growth / CONNECTIONS));
        assertThat(growth).as(kind).isLessThan(CONNECTIONS * (MOST_BYTES_OF_TOMCAT + MOST_BYTES_OF_OURS));
    }

    @Test
    void longBodiesThatAreAlmostCompleteHaveALimitTogether() throws IOException {
        String almost = "{\"email\":\"" + "x".repeat(99_000);
        List<String> bodies = posts(JSON + "Content-Length: 102400", almost);
        long idle = HeapInUse.settled();

        try (Flood flood = Flood.of(node.http(), bodies, CONNECTIONS)) {
            // then
            assertThat(HeapInUse.settled() - idle)
                    .isLessThan(CONNECTIONS * (MOST_BYTES_OF_TOMCAT + MOST_BYTES_OF_OURS) + MOST_OF_LONG_BODIES);
            assertThat(client.get("/api/health").within(QUICK).send()).hasStatus(200);
            assertThat(login("")).hasStatus(401);
            Answer refused = login(almost);
            assertThat(refused).isFailure(503, "Service occupé, réessayez dans un instant");
            assertThat(refused.header("Retry-After")).hasValue("1");
        }
        await().atMost(QUICK)
                .untilAsserted(() -> assertThat(login("x".repeat(90_000))).hasStatus(401));
    }

    private Answer login(String filler) {
        return client.post("/api/auth/login")
                .json("{\"email\":\"nobody@emlyon.com\",\"password\":\"lemotdepasse\",\"filler\":\"%s\"}"
                        .formatted(filler.replace("\"", "")))
                .within(QUICK)
                .send();
    }

    @Test
    void ofTooManyThatAreWaitedForTheOldestHaveToGo() throws IOException {
        String body = posts(JSON + "Content-Length: 102400", "{").getFirst();

        for (String beginning : List.of("GET /api/he", body)) {
            awaitWaitingRequests(0);
            try (Flood older = Flood.of(node.http(), List.of(beginning), OLDER)) {
                awaitWaitingRequests(OLDER);
                try (Flood newer = Flood.of(node.http(), List.of(beginning), MOST_WAITING)) {
                    await().atMost(QUICK)
                            .untilAsserted(() -> assertThat(older.ended()).isEqualTo(OLDER));
                    assertThat(newer.ended()).isZero();
                }
                assertThat(client.get("/api/health").within(QUICK).send()).hasStatus(200);
            }
        }
    }

    private void awaitWaitingRequests(int count) {
        var http = (PromptHttp) node.connector().getProtocolHandler();
        await().atMost(QUICK)
                .untilAsserted(() -> assertThat(http.waitingRequests()).isEqualTo(count));
    }

    @Test
    void handshakesWithoutATokenAreEndedByTheService() throws IOException {
        String handshake = "GET /ws?token=x HTTP/1.1\r\nHost: a\r\n" + UPGRADE
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        long idle = HeapInUse.settled();

        try (Flood flood = Flood.of(node.http(), List.of(handshake), CONNECTIONS)) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(flood.ended()).isEqualTo(CONNECTIONS));
            assertThat(HeapInUse.settled() - idle).isLessThan(CONNECTIONS * MOST_BYTES_OF_OURS);
        }
    }

    private long growthDuring(List<String> beginnings) throws IOException {
        long idle = HeapInUse.settled();
        try (Flood flood = Flood.of(node.http(), beginnings, CONNECTIONS)) {
            assertThat(client.get("/api/health").within(QUICK).send()).hasStatus(200);
            long heap = HeapInUse.settled();
            assertThat(client.get("/api/health").within(QUICK).send()).hasStatus(200);
            return heap - idle;
        }
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    private static List<String> posts(String headers, String beginningOfTheBody) {
        return requests("POST", headers, beginningOfTheBody);
    }

    /** The same to every route, with a parameter that somebody might ask for. */
    private static List<String> requests(String method, String headers, String beginningOfTheBody) {
        return ROUTES.stream()
                .map(route -> "%s %s?x=1 HTTP/1.1\r\nHost: a\r\n%s\r\n\r\n%s"
                        .formatted(method, route, headers, beginningOfTheBody))
                .toList();
    }
}

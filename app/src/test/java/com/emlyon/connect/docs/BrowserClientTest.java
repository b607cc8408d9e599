package com.emlyon.connect.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.AnswerAssert;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.feed.RawFeed;
import com.emlyon.connect.promise.Campus;
import com.emlyon.connect.promise.RandomHistory;
import com.emlyon.platform.postgres.TestPostgres;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

/** The client of docs/feed.md in a real browser, on a page of another origin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "canRun", disabledReason = "no chromium with its chromedriver is on the PATH")
class BrowserClientTest {

    private static final int COMMANDS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Keeps what it is shown, and looks over the client's shoulder: its connections, and the frames that they bring. */
    private static final String PAGE = """
            <!doctype html>
            <title>Campus</title>
            <script type="module">
              import { follow } from './follow.js';
              const Plain = WebSocket;
              window.sockets = [];
              window.told = [];
              window.WebSocket = class extends Plain {
                constructor(...given) {
                  super(...given);
                  sockets.push(this);
                  this.addEventListener('message', ({ data }) => told.push(JSON.parse(data).type));
                }
              };
              window.begin = (service, token) => follow(service, token,
                campus => window.shown = { checkIns: [...campus.checkIns.values()], events: [...campus.events.values()] },
                reason => window.reason = reason);
            </script>
            """;

    private final long seed = Long.getLong("promise.seed", System.nanoTime());

    private final HttpServer website = publish();
    private final TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl(), "--FRONTEND_URL=" + origin());
    private final ContractClient client = new ContractClient(node);
    private final Member reader = new Campus(node).newStudent("Rita Reader");
    private final RandomHistory history = new RandomHistory(seed, new Campus(node));
    private final Browser browser = Browser.start();

    BrowserClientTest() throws IOException {}

    /** Where it is said that there must be a browser, its absence is a failure. */
    static boolean canRun() {
        return Browser.isHere() || "required".equals(System.getenv("BROWSER_TESTS"));
    }

    private static HttpServer publish() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "website-").toAbsolutePath();
        for (Map.Entry<String, String> script : Page.named("feed.md").scripts().entrySet()) {
            Files.writeString(folder.resolve(script.getKey()), script.getValue());
        }
        Files.writeString(folder.resolve("index.html"), PAGE);
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder, OutputLevel.NONE);
        server.start();
        return server;
    }

    private String origin() {
        return "http://localhost:" + website.getAddress().getPort();
    }

    @AfterAll
    void stop() {
        browser.close();
        node.close();
        website.stop(0);
    }

    @Test
    void aPageShowsWhatTheRoutesAnswer() {
        openPageOf(reader);
        thePageShowsWhatTheRoutesAnswer();

        // when
        history.goOn(COMMANDS);

        // then
        thePageShowsWhatTheRoutesAnswer();
        assertThat(snapshots()).as("snapshots, seed %d", seed).isEqualTo(1);
    }

    @Test
    void aPageWhoseConnectionBreaksGoesOnWhereItWas() {
        openPageOf(reader);
        thePageShowsWhatTheRoutesAnswer();

        // when
        browser.run("sockets.at(-1).close()");
        history.goOn(COMMANDS);

        // then
        thePageShowsWhatTheRoutesAnswer();
        assertThat(browser.value("sockets.length").intValue()).isEqualTo(2);
        assertThat(snapshots()).as("snapshots, seed %d", seed).isEqualTo(1);
    }

    @Test
    void aPageIsToldWhenTheAccountIsGone() {
        Member leaver = client.newMember("Leo Leaver");
        openPageOf(leaver);
        thePageShowsWhatTheRoutesAnswer();

        // when
        AnswerAssert.assertThat(client.deletionOf(leaver).send()).hasStatus(200);

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(browser.value("window.reason").asString()).isEqualTo("Token invalide"));
        assertThat(browser.value("sockets.length").intValue()).isEqualTo(1);
    }

    @Test
    void aPageIsLetInBesideDeadConnectionsAndDoesNotComeBackWhenNewerOnesReplaceIt() {
        Member busy = client.newMember("Bea Busy");
        List<RawFeed> dead = connections(busy);
        openPageOf(busy);
        thePageShowsWhatTheRoutesAnswer();

        // when
        List<RawFeed> newer = connections(busy);

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(browser.value("window.reason").asString())
                        .isEqualTo("Remplacée par une connexion plus récente"));
        assertThat(browser.value("sockets.length").intValue()).isEqualTo(1);
        Stream.of(dead, newer).flatMap(List::stream).forEach(RawFeed::close);
    }

    /** As many as an account may have; they answer no pings. */
    private List<RawFeed> connections(Member member) {
        return Stream.generate(() -> RawFeed.open(node.ws(), member.token()))
                .limit(20)
                .toList();
    }

    private void openPageOf(Member member) {
        browser.open(URI.create(origin() + "/index.html"));
        await().atMost(PATIENCE)
                .until(() -> browser.value("typeof window.begin === 'function'").booleanValue());
        browser.run("begin(arguments[0], arguments[1])", node.http().toString(), member.token());
    }

    private void thePageShowsWhatTheRoutesAnswer() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode shown = browser.value("window.shown ?? {checkIns: [], events: [], nothing: true}");
            assertThat(shown.has("nothing")).isFalse();
            assertThat(byId(shown.get("checkIns"))).as("seed %d", seed).isEqualTo(answered("/api/checkins"));
            assertThat(byId(shown.get("events"))).as("seed %d", seed).isEqualTo(answered("/api/events"));
        });
    }

    private Map<String, JsonNode> answered(String path) {
        return byId(client.get(path).as(reader).send().at("/data"));
    }

    private static Map<String, JsonNode> byId(JsonNode things) {
        Map<String, JsonNode> byId = new TreeMap<>();
        things.forEach(thing -> byId.put(thing.get("id").stringValue(), thing));
        return byId;
    }

    private int snapshots() {
        return browser.value("told.filter(type => type === 'snapshot').length").intValue();
    }
}

package com.emlyon.connect.attack;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.contract.Member;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;

/**
 * Thousands of requests that are nearly right, to every route of the running service. Another seed each time, which is printed;
 * {@code -Dfuzz.seed=…} asks the same again, {@code -Dfuzz.requests=…} more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzTest {

    private static final int THREADS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SILENCE_OF_A_SOCKET = Duration.ofMillis(150);

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final int requests = Integer.getInteger("fuzz.requests", 10_000);
    private final int sockets = requests / 40;

    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(), "--ADMIN_EMAILS=" + TestNode.ADMIN, "--connect.feed.compression=true");
    private final List<Route> routes = Route.of(node);
    private final Wire wire = new Wire(node.http());
    private final ContractClient client = new ContractClient(node);
    private final Member pia = client.newMember("Pia One");
    private final Member leaver = client.newMember("Max Two");
    private final Member stayer = client.newMember("Eva Three");
    private final AtomicReference<String> staying = new AtomicReference<>(stayer.token());
    private final Map<Route, AtomicInteger> livingAnswers = new ConcurrentHashMap<>();
    private final Member chef = client.admin();
    private final List<String> ids = ids();

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void whateverIsAskedTheServiceAnswersAsItShouldAndIsWellAfterwards(TestReporter report) throws Exception {
        // given
        report.publishEntry("fuzz.seed", String.valueOf(seed));

        // when
        List<String> broken = new ArrayList<>();
        List<String> errors;
        try (LoggedTraces traces = LoggedTraces.listen()) {
            broken.addAll(inParallel(requests, this::ask));
            broken.addAll(inParallel(sockets, this::knock));
            errors = traces.all();
        }

        // then
        assertThat(broken.stream().limit(5))
                .as("seed %d, of %d, with %s in the log", seed, broken.size(), errors)
                .isEmpty();
        assertThat(errors.stream().limit(3))
                .as("errors and stack traces in the log, seed %d", seed)
                .isEmpty();
        assertThat(routes.stream().filter(route -> livingAnswers(route) < leastLiving(route)))
                .as("routes to which hardly anybody came who was let in, seed %d", seed)
                .isEmpty();
        isWell();
    }

    private int livingAnswers(Route route) {
        return livingAnswers.getOrDefault(route, new AtomicInteger()).get();
    }

    /**
     * A third of what comes to a route when all come up alike: more than is refused for its form before anybody looks at the token.
     * Routes that end sessions end those of each other.
     */
    private int leastLiving(Route route) {
        return isCostly(route) || ends(route) ? 0 : requests / routes.size() / 3;
    }

    private Optional<String> ask(int number) {
        Dice dice = new Dice(seed, number);
        Route route = route(dice);
        String token = tokenFor(route);
        RandomRequest request = RandomRequest.to(route, dice, token, ids);
        String answer = wire.say(request.bytes(), PATIENCE);
        List<Integer> statuses = Wire.statuses(answer);
        if (!statuses.isEmpty() && statuses.getLast() == 401) {
            stayLoggedIn(token);
        } else if (!statuses.isEmpty() && request.asksFor(route, token)) {
            livingAnswers.computeIfAbsent(route, key -> new AtomicInteger()).incrementAndGet();
        }
        return Invariants.brokenBy(request, answer)
                .map(why -> "%d: %s\n%s\n%s".formatted(number, why, request, answer));
    }

    private Optional<String> knock(int number) {
        RandomSocket socket =
                RandomSocket.of(new Dice(seed, -1 - number), List.of(pia.token(), chef.token(), leaver.token()));
        String answer = wire.say(socket.bytes(), SILENCE_OF_A_SOCKET);
        return Wire.statuses(answer).stream().noneMatch(Invariants::isFailureOfOurs) && !Invariants.showsInside(answer)
                ? Optional.empty()
                : Optional.of("socket %d\n%s\n%s".formatted(number, socket, answer));
    }

    /** What costs a slow hash, a picture or a rebuild comes up less often. */
    private Route route(Dice dice) {
        Route route = dice.pick(routes);
        return isCostly(route) && !dice.oneIn(40) ? route(dice) : route;
    }

    private static boolean isCostly(Route route) {
        return route.fields().stream()
                        .anyMatch(field -> field.toLowerCase(Locale.ROOT).contains("password"))
                || route.path().endsWith("rebuild");
    }

    /** Whoever leaves goes on with another token: made now, as those of the original service. */
    private String tokenFor(Route route) {
        if (route.isForAdmins()) {
            return chef.token();
        }
        if (!route.path().startsWith("/api/users/me")) {
            return pia.token();
        }
        return ends(route) ? client.forge().hs256(leaver.id(), Instant.now().plusSeconds(600)) : staying.get();
    }

    private static boolean ends(Route route) {
        return route.path().startsWith("/api/users/me")
                && (route.method().equals("DELETE") || route.path().endsWith("/password"));
    }

    /** A method that came up instead of another one may have ended even that session. */
    private synchronized void stayLoggedIn(String former) {
        if (former.equals(staying.get())
                && client.get("/api/users/me").bearer(former).send().status() == 401) {
            staying.set(client.login(stayer.email(), ContractClient.PASSWORD).string("/data/token"));
        }
    }

    private List<String> ids() {
        String event = client.newEvent(pia, "Gala", "2031-05-01");
        String checkIn = client.newCheckIn(pia, "Bar du Port");
        Answer sessions = client.get("/api/users/me/sessions").as(leaver).send();
        return List.of(
                event,
                event,
                checkIn,
                pia.id(),
                leaver.id(),
                chef.id(),
                sessions.at("/data/0/id").stringValue(),
                "presence-" + pia.id(),
                "accounts",
                "check-ins",
                "events",
                "1",
                "me",
                "current",
                client.newAvatar(pia).replaceFirst(".*/", ""));
    }

    private static List<String> inParallel(int count, IntFunction<Optional<String>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<String>>> shares = IntStream.range(0, THREADS)
                    .mapToObj(first -> threads.submit(() -> IntStream.iterate(first, i -> i < count, i -> i + THREADS)
                            .mapToObj(work)
                            .flatMap(Optional::stream)
                            .toList()))
                    .toList();
            List<String> all = new ArrayList<>();
            for (Future<List<String>> share : shares) {
                all.addAll(share.get());
            }
            return all;
        }
    }

    private void isWell() {
        assertThat(client.get("/api/health").send()).hasStatus(200);
        for (String projection : List.of("accounts", "check-ins", "events")) {
            assertThat(client.get("/api/admin/projections/" + projection + "/parked")
                            .as(chef)
                            .send()
                            .rawData())
                    .isEqualTo("[]");
        }
        String checkIn = client.newCheckIn(pia, "Le Sucre");
        assertThat(client.get("/api/checkins")
                        .as(pia)
                        .send()
                        .items(shown -> shown.get("id").stringValue().equals(checkIn)))
                .hasSize(1);
        for (String list : List.of("/api/users", "/api/users/me", "/api/events", "/api/checkins")) {
            assertThat(client.get(list).as(pia).send()).hasStatus(200);
        }
        assertThat(Json.parse(client.openFeed(pia.token()).nextFrame())
                        .get("type")
                        .stringValue())
                .isEqualTo("initial");
    }
}

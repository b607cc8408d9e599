package com.emlyon.connect.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.app.BreakableNode;
import com.emlyon.connect.app.BreakableNode.Outage;
import com.emlyon.connect.app.HeldUpCheckIns;
import com.emlyon.connect.app.HeldUpPasswords;
import com.emlyon.connect.app.Poison;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.contract.Multipart;
import com.emlyon.connect.contract.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What {@link OpenApiIsTrueTest} cannot ask of a service in good order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiOfABrokenServiceIsTrueTest {

    private static final String SOMETHING = "00000000-0000-4000-8000-000000000000";
    private static final int MORE_THAN_MAY_WAIT = 6;

    private final ContractClient client = new ContractClient(BreakableNode.node());
    private final ApiDocument document = ApiDocument.readBy(client);
    private final Member pia = client.newMember("Pia One");

    @Test
    void everyRouteThatNeedsTheDatabaseSaysWhatIsDocumentedWhenItIsGone() {
        try (Outage _ = BreakableNode.withoutDatabase();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<DocumentedRoute, CompletableFuture<Answer>> answers = document.routes().stream()
                    .filter(route -> route.route().path().startsWith("/api/"))
                    .collect(Collectors.toMap(
                            route -> route,
                            route -> CompletableFuture.supplyAsync(
                                    () -> call(route).send(), threads)));

            assertThat(answers).hasSizeGreaterThan(18).allSatisfy((route, answer) -> {
                route.describes(answer.join());
                assertThat(answer.join().status()).isEqualTo(503);
                assertThat(answer.join().header("Retry-After")).isPresent();
            });
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> client.get("/api/users").as(pia).send().status() == 200);
    }

    private Call call(DocumentedRoute documented) {
        Call call = client.call(documented.route().method(), documented.route().pathTo(SOMETHING))
                .as(pia);
        return documented
                .jsonBody()
                .map(body -> call.json(body.get("example").toString()))
                .orElseGet(() -> documented.bodyTypes().isEmpty()
                        ? call
                        : call.multipart(Multipart.avatar("a.png", "image/png", Pictures.png())));
    }

    @Test
    void aPictureThatCannotBeReadIsAnsweredAsDocumented() throws IOException {
        Path folder = Path.of(BreakableNode.node().bean(Environment.class).getRequiredProperty("connect.uploads"))
                .resolve("avatars");
        Path aside = folder.resolveSibling("aside");
        Route route = Route.of("GET /uploads/avatars/{name}");
        Files.move(folder, aside);
        Files.createSymbolicLink(folder, folder.getFileName());
        try {
            Answer answer =
                    client.get(route.pathTo("avatar-" + SOMETHING + ".png")).send();

            assertThat(answer.status()).isEqualTo(500);
            document.route(route).describes(answer);
        } finally {
            Files.delete(folder);
            Files.move(aside, folder);
        }
    }

    @Test
    void whoeverHashesPasswordsSaysWhatIsDocumentedWhenThereAreTooMany() {
        String wrong = "{\"email\":\"%s\",\"password\":\"wrong password\",\"name\":\"Ana\"}";
        Map<String, Supplier<Call>> calls = Map.of(
                "POST /api/auth/login",
                () -> client.post("/api/auth/login").json(wrong.formatted(pia.email())),
                "POST /api/auth/register",
                () -> client.post("/api/auth/register").json(wrong.formatted(ContractClient.freshEmail())),
                "PUT /api/users/me/password",
                () -> client.put("/api/users/me/password")
                        .as(pia)
                        .json("{\"currentPassword\":\"wrong password\",\"newPassword\":\"lemotdepasse\"}"),
                "DELETE /api/users/me",
                () -> client.delete("/api/users/me").as(pia).json(wrong.formatted(pia.email())));

        assertThat(calls).allSatisfy((route, call) -> {
            List<Answer> answers = atOnce(call);
            assertThat(answers).anySatisfy(answer -> assertThat(answer.status()).isEqualTo(503));
            assertThat(answers).allSatisfy(document.route(Route.of(route))::describes);
        });
        // Parked facts have a test of their own, and when uploads have to wait is for those who receive them.
        assertThat(busyRoutes().filter(route -> !route.contains("/parked/") && !route.endsWith("/avatar")))
                .containsExactlyInAnyOrderElementsOf(calls.keySet());
    }

    @Test
    void whoeverTakesUpParkedFactsSaysWhatIsDocumentedWhileTheViewIsHeldUp() {
        Member admin = client.admin();
        long broken = new Poison(BreakableNode.node())
                .brokenCheckOut(UUID.randomUUID().toString(), 0);
        String parked = "/api/admin/projections/check-ins/parked/";
        String fact = parked + broken;
        await().atMost(Duration.ofMinutes(1))
                .until(() -> client.get(fact).as(admin).send().status() == 200);
        Map<String, Call> calls = Map.of(
                "POST /api/admin/projections/{name}/parked/retry",
                client.post(parked + "retry").as(admin),
                "POST /api/admin/projections/{name}/parked/{position}/retry",
                client.post(fact + "/retry").as(admin),
                "DELETE /api/admin/projections/{name}/parked/{position}",
                client.delete(fact).as(admin));
        try (HeldUpCheckIns _ = HeldUpCheckIns.on(BreakableNode.node());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, CompletableFuture<Answer>> answers = calls.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            call -> CompletableFuture.supplyAsync(
                                    () -> call.getValue().send(), threads)));

            assertThat(answers).allSatisfy((route, answer) -> {
                assertThat(answer.join().status()).isEqualTo(503);
                document.route(Route.of(route)).describes(answer.join());
            });
        }
        assertThat(busyRoutes().filter(route -> route.contains("/parked/")))
                .containsExactlyInAnyOrderElementsOf(calls.keySet());
    }

    /** Those that say on their own that they may be busy, beside what all have in common. */
    private Stream<String> busyRoutes() {
        return BreakableNode.node()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(route ->
                        AnnotatedElementUtils.getMergedRepeatableAnnotations(
                                        route.getValue().getMethod(), FailsWith.class)
                                .stream()
                                .anyMatch(way -> way.status() == HttpStatus.SERVICE_UNAVAILABLE))
                .flatMap(route -> route.getKey().getPatternValues().stream()
                        .flatMap(path -> route.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), path).toString())));
    }

    private static List<Answer> atOnce(Supplier<Call> call) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HeldUpPasswords heldUp = HeldUpPasswords.on(BreakableNode.node())) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, MORE_THAN_MAY_WAIT)
                    .mapToObj(
                            i -> CompletableFuture.supplyAsync(() -> call.get().send(), threads))
                    .toList();
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            answers.stream().filter(CompletableFuture::isDone).count() == MORE_THAN_MAY_WAIT - 1);
            heldUp.close();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }
}

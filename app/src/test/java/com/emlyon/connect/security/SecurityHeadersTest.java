package com.emlyon.connect.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer tells browsers what not to do with it, also those that no route and no filter of Spring's gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityHeadersTest {

    private static final Map<String, String> ON_EVERY_ANSWER = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer");
    private static final String POLICY = "Content-Security-Policy";

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final Member pia = client.newMember("Pia One");
    private final String picture = client.newAvatar(pia);

    Stream<Named<Supplier<Answer>>> answers() {
        String tooLarge = "\"" + "a".repeat(101 * 1024) + "\"";
        return Stream.of(
                answer("a list", () -> client.get("/api/users").as(pia).send()),
                answer("health", () -> client.get("/api/health").send()),
                answer("a picture", () -> client.get(picture).send()),
                answer(
                        "a range of it",
                        () -> client.get(picture).header("Range", "bytes=0-3").send()),
                answer(
                        "no picture",
                        () -> client.get("/uploads/avatars/none.png").send()),
                answer("no token", () -> client.get("/api/users").send()),
                answer("a wrong login", () -> client.login(pia.email(), "wrong")),
                answer(
                        "a broken body",
                        () -> client.post("/api/auth/login").json("{").send()),
                answer(
                        "a large body",
                        () -> client.post("/api/auth/login").json(tooLarge).send()),
                answer("an unknown route", () -> client.get("/nope").send()),
                answer("an undecodable path", () -> client.raw().send("GET", "/api/events/%zz", "Content-Length: 0")),
                answer("a method of Tomcat's", () -> client.raw().send("TRACE", "/api/users", "Content-Length: 0")),
                answer("a broken request", () -> client.raw().send("GET", "/api/{}", "Content-Length: 0")),
                answer(
                        "a preflight",
                        () -> client.call("OPTIONS", "/api/users")
                                .header("Origin", "http://localhost:3000")
                                .send()),
                answer("the feed without an upgrade", () -> client.get("/ws").send()),
                answer("an upgrade elsewhere", () -> client.raw().handshake("/wsx")),
                answer(
                        "the feed for another page",
                        () -> client.raw().handshake("/ws", "Origin: http://evil.example")));
    }

    private static Named<Supplier<Answer>> answer(String name, Supplier<Answer> answer) {
        return Named.of(name, answer);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void browsersAreToldWhatNotToDo(Supplier<Answer> asked) {
        Answer answer = asked.get();

        assertThat(ON_EVERY_ANSWER)
                .allSatisfy((header, value) -> assertThat(answer.headers().allValues(header))
                        .as(header)
                        .containsExactly(value));
        assertThat(answer.headers().allValues(POLICY))
                .containsExactly("default-src 'none'; frame-ancestors 'none'; sandbox");
    }

    @Test
    void onlyThePagesOfTheDocumentationMayRunTheirScripts() {
        Answer page = client.get("/swagger-ui/index.html").send();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().allValues(POLICY)).singleElement().asString().contains("script-src 'self';");
        assertThat(page.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }
}

package com.emlyon.connect.contract;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ContractTest
class CorsContractTest {

    private final ContractClient client = new ContractClient();
    private final Member pia = client.newMember("Pia One");

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000, GET, /api/health, 200",
        "http://localhost:5173, GET, /api/health, 200",
        "http://localhost:5173, GET, /api/users/me, 401",
        "http://localhost:5173, GET, /api/nope, 404",
        "http://localhost:5173, POST, /api/auth/login, 400"
    })
    void anAllowedOriginMayReadSuccessesAndFailures(String origin, String method, String path, int status) {
        Answer answer = client.call(method, path).header("Origin", origin).send();

        assertThat(answer)
                .hasStatus(status)
                .hasHeader("Access-Control-Allow-Origin", origin)
                .hasHeader("Access-Control-Allow-Credentials", "true");
        assertThat(answer.headerElements("Vary")).contains("Origin");
    }

    @Test
    void anAllowedOriginMayReadWhatIsRefusedBeforeTheRoute() {
        Answer broken = client.post("/api/auth/login")
                .header("Origin", "http://localhost:5173")
                .json("{")
                .send();
        Answer tooLarge = client.post("/api/auth/login")
                .header("Origin", "http://localhost:5173")
                .json("\"" + "x".repeat(110 * 1024) + "\"")
                .send();

        assertThat(broken).hasStatus(400).hasHeader("Access-Control-Allow-Origin", "http://localhost:5173");
        assertThat(tooLarge).hasStatus(413).hasHeader("Access-Control-Allow-Origin", "http://localhost:5173");
    }

    @Test
    void anAnswerToNoOriginVariesByOrigin() {
        Answer answer = client.get("/api/health").send();

        assertThat(answer)
                .hasNoHeader("Access-Control-Allow-Origin")
                .hasHeader("Access-Control-Allow-Credentials", "true");
        assertThat(answer.headerElements("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "https://localhost:3000",
                "http://localhost:30000",
                "http://localhost:3000.evil.example",
                "http://localhost",
                "null"
            })
    void aRequestOfAnotherOriginIsExecutedButNotReadable(String origin) {
        // when
        Answer answer = client.post("/api/events")
                .as(pia)
                .header("Origin", origin)
                .json("{\"title\":\"Gala\",\"description\":\"Au parc\",\"date\":\"2031-05-01T18:30:00.000Z\"}")
                .send();

        // then
        assertThat(answer)
                .hasStatus(201)
                .hasNoHeader("Access-Control-Allow-Origin")
                .hasHeader("Access-Control-Allow-Credentials", "true");
        assertThat(answer.headerElements("Vary")).contains("Origin");
        assertThat(client.get("/api/events/" + answer.string("/data/id"))
                        .as(pia)
                        .send())
                .hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000, /api/auth/login",
        "http://localhost:5173, /api/auth/login",
        "http://localhost:5173, /api/users/me",
        "http://localhost:5173, /api/events/x/attend",
        "http://localhost:5173, /api/nope"
    })
    void aPreflightOfAnAllowedOriginIsAnsweredOnEveryPathWithoutToken(String origin, String path) {
        Answer answer = preflight(origin, path, "content-type,authorization");

        assertPreflight(answer, "content-type,authorization").hasHeader("Access-Control-Allow-Origin", origin);
    }

    @Test
    void aPreflightEchoesTheRequestedHeaders() {
        assertPreflight(preflight("http://localhost:5173", "/api/events", "x-something"), "x-something");
    }

    @Test
    void aPreflightWithoutRequestedHeadersNamesNone() {
        Answer answer = client.call("OPTIONS", "/api/events")
                .header("Origin", "http://localhost:5173")
                .header("Access-Control-Request-Method", "GET")
                .send();

        assertThat(answer)
                .hasStatus(204)
                .hasNoBody()
                .hasHeader("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE")
                .hasNoHeader("Access-Control-Allow-Headers");
    }

    @Test
    void aPreflightEchoesNoMoreThanTheHeadOfAnAnswerHolds() {
        String longest = "x".repeat(4_096);

        assertPreflight(preflight("http://localhost:5173", "/api/events", longest), longest);
        assertThat(preflight("http://localhost:5173", "/api/events", longest + "x"))
                .hasStatus(204)
                .hasHeader("Access-Control-Allow-Origin", "http://localhost:5173")
                .hasNoHeader("Access-Control-Allow-Headers");
        assertThat(preflight("http://localhost:5173", "/api/events", "x".repeat(12_000)))
                .hasStatus(204);
    }

    @Test
    void aPreflightOfAnotherOriginIsTheSameAnswerWithoutTheOrigin() {
        Answer answer = preflight("http://evil.example", "/api/users/me", "authorization");

        assertPreflight(answer, "authorization").hasNoHeader("Access-Control-Allow-Origin");
    }

    private Answer preflight(String origin, String path, String headers) {
        return client.call("OPTIONS", path)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", headers)
                .send();
    }

    private static AnswerAssert assertPreflight(Answer answer, String headers) {
        assertThat(answer.headerElements("Vary")).contains("Origin", "Access-Control-Request-Headers");
        return assertThat(answer)
                .hasStatus(204)
                .hasNoBody()
                .hasHeader("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE")
                .hasHeader("Access-Control-Allow-Headers", headers)
                .hasHeader("Access-Control-Allow-Credentials", "true");
    }
}

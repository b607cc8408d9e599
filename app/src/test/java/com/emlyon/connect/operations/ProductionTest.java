package com.emlyon.connect.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.FreePort;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.platform.postgres.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.webjars.WebJarVersionLocator;

/** What a service in production shows to whom. */
class ProductionTest {

    private static final List<String> OPERATORS_PAGES =
            List.of("/actuator", "/actuator/health", "/actuator/info", "/actuator/prometheus");
    private static final List<String> DOCUMENTATION =
            List.of("/v3/api-docs", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/index.html");

    /** Where the library has its files. */
    private static final String SWAGGER_UI = Objects.requireNonNull(new WebJarVersionLocator().version("swagger-ui"));

    @Test
    void operatorsLookThroughAPortOfTheirOwnAndNobodyReadsTheDocumentation() throws Exception {
        int port = FreePort.next();
        try (TestNode node =
                TestNode.start(TestPostgres.freshDatabaseUrl(), "--NODE_ENV=production", "--MANAGEMENT_PORT=" + port)) {
            ContractClient client = new ContractClient(node);

            assertThat(client.get("/api/health").send().status()).isEqualTo(200);
            assertThat(OPERATORS_PAGES).allSatisfy(page -> {
                assertUnknown(client.get(page).send());
                assertThat(statusOf(URI.create("http://localhost:" + port + page)))
                        .isEqualTo(200);
            });
            assertThat(DOCUMENTATION)
                    .allSatisfy(
                            page -> assertThat(client.get(page).send().status()).isEqualTo(401));
            assertThat(statusOf(URI.create("http://localhost:" + port + "/api/health")))
                    .isEqualTo(404);
        }
    }

    @Test
    void withoutThatPortNobodyLooksAndTheDocumentationIsThereForEverybodyWhereOperatorsWantItSo() {
        try (TestNode node = TestNode.start(
                TestPostgres.freshDatabaseUrl(),
                "--NODE_ENV=production",
                "--connect.documentation.enabled=true",
                "--connect.documentation.open=true")) {
            ContractClient client = new ContractClient(node);

            assertThat(OPERATORS_PAGES)
                    .allSatisfy(page -> assertUnknown(client.get(page).send()));
            assertThat(client.get("/v3/api-docs").send().string("/info/title")).isEqualTo("emlyon connect");
            assertThat(client.get("/swagger-ui/index.html").send().status()).isEqualTo(200);
            assertUnknown(client.get("/webjars/swagger-ui/index.html").send());
            assertUnknown(client.get("/webjars/swagger-ui/" + SWAGGER_UI + "/index.html")
                    .send());
        }
    }

    private static void assertUnknown(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.string("/message")).isEqualTo("Route introuvable");
    }

    private static int statusOf(URI page) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}

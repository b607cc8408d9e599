package com.emlyon.connect.security;

import static com.emlyon.connect.contract.AnswerAssert.assertThat;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.FreePort;
import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.demo.DemoAccountsInProduction;
import com.emlyon.connect.app.security.UnclaimedAdmins;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import com.emlyon.connect.promise.LoggedLines;
import com.emlyon.platform.postgres.TestPostgres;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** In production nothing is open that is not meant to be, and what is for administrators opens to nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionDoorsTest {

    private static final Set<String> MEANT_TO_BE_OPEN =
            Set.of("POST /api/auth/register", "POST /api/auth/login", "GET /api/health", "GET /uploads/avatars/{name}");

    private static final List<String> DOCUMENTS = List.of("/v3/api-docs", "/v3/api-docs.yaml", "/v3/asyncapi");

    private final int managementPort = FreePort.next();
    private final TestNode node = TestNode.start(
            TestPostgres.freshDatabaseUrl(),
            "--NODE_ENV=production",
            "--MANAGEMENT_PORT=" + managementPort,
            "--ADMIN_EMAILS=%s, not.there.yet@emlyon.com".formatted(TestNode.ADMIN),
            "--connect.documentation.enabled=true",
            "--connect.passwords.refuse-common=false");
    private final ContractClient client = new ContractClient(node);
    private final ContractClient operator = new ContractClient(URI.create("http://localhost:" + managementPort));
    private final Member admin = client.register(TestNode.ADMIN, "Chef");
    private final Member pia = client.newMember("Pia One");

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void everyRouteIsClosedUnlessItIsMeantToBeOpen() {
        Set<String> open =
                routes().filter(route -> call(route).send().status() != 401).collect(toSet());

        assertThat(open).isEqualTo(MEANT_TO_BE_OPEN);
    }

    @Test
    void whatIsForAdministratorsIsClosedToStudents() {
        List<String> forAdmins = routes().filter(route -> Stream.of("/api/admin/", "/v3/", "/swagger-ui")
                        .anyMatch(route.substring(route.indexOf(' ') + 1)::startsWith))
                .toList();

        assertThat(forAdmins)
                .hasSizeGreaterThan(15)
                .allSatisfy(route -> assertThat(call(route).as(pia).send()).hasStatus(403));
    }

    /** As {@code GET /api/events/{id}}; what is served to every method is asked for with GET. */
    private Stream<String> routes() {
        return node.beans(RequestMappingInfoHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(ProductionDoorsTest::routes)
                .filter(route -> !route.endsWith(" /error"))
                .distinct();
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(toSet());
        return mapping.getPatternValues().stream()
                .flatMap(path ->
                        (methods.isEmpty() ? Set.of("GET") : methods).stream().map(method -> method + " " + path));
    }

    private Call call(String route) {
        String[] parts = route.split(" ", -1);
        return client.call(parts[0], parts[1].replaceAll("\\{[^}]+}", "x"));
    }

    @Test
    void administratorsReadTheDocumentation() {
        assertThat(DOCUMENTS)
                .allSatisfy(
                        page -> assertThat(client.get(page).as(admin).send()).hasStatus(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v3/api-docs",
                "/V3/Api-Docs",
                "/%763/api-docs",
                "/v3/api-docs/",
                "/v3;x=y/api-docs",
                "/v3/api-docs/swagger-config",
                "/v3/asyncapi",
                "/swagger-ui.html",
                "/swagger-ui",
                "/swagger-ui/",
                "/swagger-ui/index.html",
                "/Swagger-UI/index.html",
                "/swagger-ui/swagger-initializer.js"
            })
    void nobodyElseDoesHoweverTheAddressIsSpelt(String page) {
        assertThat(client.get(page).send().status()).isIn(401, 404);
        assertThat(client.get(page).as(pia).send().status()).isIn(403, 404);
    }

    @Test
    void whatOperatorsSeeIsNotWhereStudentsAre() {
        assertThat(Stream.of(
                        "/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env", "/actuator/heapdump"))
                .allSatisfy(page -> {
                    assertThat(client.get(page).send()).hasStatus(404);
                    assertThat(client.get(page).as(admin).send()).hasStatus(404);
                });
    }

    @Test
    void theirPortTellsHowTheServiceIsAndNothingThatIsSecret() {
        Answer health = operator.get("/actuator/health").send();

        assertThat(health).hasStatus(200);
        assertThat(health.text()).doesNotContain("components", "details", "jdbc");
        assertThat(operator.get("/actuator").send().json().get("_links").propertyNames())
                .containsExactlyInAnyOrder("self", "health", "health-path", "info", "prometheus");
        assertThat(Stream.of(
                        "env",
                        "configprops",
                        "beans",
                        "heapdump",
                        "threaddump",
                        "loggers",
                        "mappings",
                        "flyway",
                        "shutdown"))
                .allSatisfy(page -> assertThat(
                                operator.get("/actuator/" + page).send().status())
                        .isEqualTo(404));
    }

    @Test
    void operatorsAreWarnedOfDemoAccountsWithTheirPublicPassword() {
        DemoAccountsInProduction check = node.bean(DemoAccountsInProduction.class);
        assertThat(registration("alice@emlyon.com", "password123")).hasStatus(201);
        assertThat(registration("bob@emlyon.com", "another password")).hasStatus(201);

        assertThat(LoggedLines.of(DemoAccountsInProduction.class, check::warn))
                .singleElement()
                .asString()
                .startsWith("WARN 1 accounts of the demo data are in this database with their public password")
                .doesNotContain("@", "password123");
    }

    private Answer registration(String email, String password) {
        return client.post("/api/auth/register")
                .json("{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Demo\"}".formatted(email, password))
                .send();
    }

    /** {@code DemoAtStart} adds it, or mentions it in the log. */
    @Test
    void noRunnerOfTheDemoDataIsThere() {
        assertThat(node.beans(ApplicationRunner.class))
                .extracting(Object::getClass)
                .allSatisfy(type -> assertThat(type.getPackageName()).doesNotEndWith(".demo"));
    }

    @Test
    void operatorsAreWarnedOfAddressesThatAnybodyMayStillTake() {
        List<String> lines = LoggedLines.of(
                UnclaimedAdmins.class, () -> node.bean(UnclaimedAdmins.class).warn());

        assertThat(lines)
                .singleElement()
                .asString()
                .startsWith("WARN 1 of the 2 addresses of ADMIN_EMAILS have no account")
                .doesNotContain("@");
    }
}

package com.emlyon.connect.documentation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.contract.ContractClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every route is documented, every documented route exists, and each answers just as it is said, failures included. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIsTrueTest {

    /** What only a broken service answers, or a strict one; other tests ask those. */
    private static final Set<Integer> ELSEWHERE = Set.of(429, 500, 503, 507);

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final ApiDocument document = ApiDocument.readBy(client);
    private final List<Given> given = new ArrayList<>();

    @BeforeAll
    void askEveryRoute() {
        given.addAll(new Answers(client).all());
        CommonAnswers common = new CommonAnswers(client, client.newMember("Pia One"));
        document.routes().forEach(route -> given.addAll(common.of(route)));
    }

    @Test
    void everyRouteIsDocumentedAndEveryDocumentedRouteExists() {
        Set<Route> served = TestNode.shared()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(OpenApiIsTrueTest::routes)
                .filter(route ->
                        route.path().startsWith("/api/") || route.path().startsWith("/uploads/"))
                .collect(toSet());

        assertThat(document.routes()).extracting(DocumentedRoute::route).containsExactlyInAnyOrderElementsOf(served);
        assertThat(served).hasSizeGreaterThanOrEqualTo(21);
    }

    private static Stream<Route> routes(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Route(method.name(), path)));
    }

    @Test
    void everyAnswerIsOneOfTheDocumentedOnes() {
        assertThat(given).allSatisfy(answer -> document.route(answer.route()).describes(answer.answer()));
    }

    @Test
    void everyDocumentedStatusIsAnswered() {
        assertThat(document.routes())
                .allSatisfy(documented -> assertThat(answersOf(documented)
                                .map(answer -> answer.answer().status())
                                .collect(toSet()))
                        .as("statuses of %s", documented.route())
                        .containsExactlyInAnyOrderElementsOf(documented.statuses().stream()
                                .filter(status -> !ELSEWHERE.contains(status))
                                .toList()));
    }

    /** Texts about fields are left to {@link RequestBodiesAreTrueTest}. */
    @Test
    void everyDocumentedTextOfARouteWithoutFieldsIsSaid() {
        List<DocumentedRoute> withoutFields = document.routes().stream()
                .filter(route -> route.jsonBody().isEmpty())
                .toList();

        assertThat(withoutFields)
                .isNotEmpty()
                .allSatisfy(documented -> assertThat(answersOf(documented)
                                .filter(answer -> answer.answer().status() >= 400)
                                .map(answer -> answer.answer().string("/message"))
                                .collect(toSet()))
                        .as("texts of %s", documented.route())
                        .containsExactlyInAnyOrderElementsOf(documented.statuses().stream()
                                .filter(status -> !ELSEWHERE.contains(status))
                                .flatMap(status -> documented.texts(status).stream())
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/checkins, after bbox limit",
        "/api/events, after from limit since to upcoming",
        "/api/users, after limit q"
    })
    void theParametersOfListsAreDocumented(String list, String names) {
        JsonNode parameters = document.route(new Route("GET", list)).operation().get("parameters");

        assertThat(parameters
                        .valueStream()
                        .filter(parameter -> parameter.at("/in").stringValue().equals("query"))
                        .map(parameter -> parameter.get("name").stringValue())
                        .sorted())
                .containsExactly(names.split(" "));
        assertThat(parameters.valueStream()).allSatisfy(parameter -> {
            assertThat(parameter.path("description").asString("")).isNotBlank();
            assertThat(parameter.path("required").asBoolean(false)).isFalse();
        });
    }

    @Test
    void theTitlePageSaysWhatItIsAbout() {
        assertThat(document.root().at("/info/title").stringValue()).isEqualTo("emlyon connect");
        assertThat(document.root().at("/info/description").stringValue()).contains("/ws?token=");
        assertThat(document.root().at("/info/version").stringValue()).isNotBlank();
    }

    /** What linters of OpenAPI ask for. */
    @Test
    void everyRouteSaysWhetherItWantsATokenAndStandsUnderADescribedTag() {
        JsonNode tags = document.root().get("tags");
        List<String> described = tags.valueStream()
                .filter(tag -> !tag.path("description").asString("").isBlank())
                .map(tag -> tag.get("name").stringValue())
                .toList();

        assertThat(document.routes()).allSatisfy(route -> {
            assertThat(route.operation().has("security"))
                    .as("security of %s", route)
                    .isTrue();
            assertThat(described).contains(route.operation().at("/tags/0").stringValue());
        });
        assertThat(document.routes().stream()
                        .map(route -> route.operation().at("/tags/0").stringValue())
                        .collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(described);
        assertThat(document.routes())
                .filteredOn(route -> !route.wantsAToken())
                .extracting(route -> route.route().toString())
                .containsExactlyInAnyOrder(
                        "POST /api/auth/register",
                        "POST /api/auth/login",
                        "GET /api/health",
                        "GET /uploads/avatars/{name}");
    }

    @Test
    void schemasHaveShortNames() {
        assertThat(document.root().at("/components/schemas").propertyNames())
                .contains("EventList", "ListedCheckInList", "CheckInDone", "Failure")
                .allSatisfy(name -> assertThat(name).doesNotContain("Answer", "DataList", "DoneWith"));
    }

    @Test
    void theHeadersThatClientsActOnAreDocumented() {
        assertThat(document.routes()).allSatisfy(route -> {
            for (int status : List.of(429, 503)) {
                if (route.statuses().contains(status) && !route.route().path().equals("/api/health")) {
                    assertThat(route.headers(status)).as(route.toString()).contains("Retry-After");
                }
            }
            if (route.statuses().contains(304)) {
                assertThat(route.headers(200)).as(route.toString()).contains("ETag");
                assertThat(route.headers(304)).as(route.toString()).contains("ETag");
            }
        });
    }

    private Stream<Given> answersOf(DocumentedRoute documented) {
        return given.stream().filter(answer -> answer.route().equals(documented.route()));
    }
}

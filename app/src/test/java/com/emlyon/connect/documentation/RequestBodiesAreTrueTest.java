package com.emlyon.connect.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.demo.DemoData;
import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.ContractClient;
import com.emlyon.connect.contract.Member;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The service takes the bodies that their schemas allow, the examples above all, and refuses the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestBodiesAreTrueTest {

    private static final String TOO_MANY_TO_COME =
            "Vous avez trop d'événements à venir, annulez-en un ou attendez que l'un d'eux ait lieu";
    private static final String COMMON = "Ce mot de passe est trop courant";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ContractClient client = new ContractClient(TestNode.shared());
    private final ApiDocument document = ApiDocument.readBy(client);
    private final Member pia = client.newMember("Pia One");
    private final String event = client.newEvent(pia, "Gala", "2031-05-01");

    Stream<Route> routesWithFields() {
        return document.routes().stream()
                .filter(route -> route.jsonBody().isPresent())
                .map(DocumentedRoute::route);
    }

    /** The login of the documentation is that of an account of the demo data. */
    @BeforeAll
    void addDemoData() {
        TestNode.shared().bean(DemoData.class).seed();
    }

    /** One after the other they are the life of one account, from its registration to its end; the login is that of another. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", FORM})
    void theExamplesAreTaken(String contentType) {
        Set<Route> tried = new LinkedHashSet<>();
        String token = "";
        String id = "";
        for (String name : List.of(
                "POST /api/auth/register",
                "POST /api/auth/login",
                "PUT /api/users/me",
                "POST /api/checkins",
                "POST /api/events",
                "PUT /api/events/{id}",
                "PUT /api/users/me/password",
                "DELETE /api/users/me")) {
            Route route = Route.of(name);
            Answer answer = example(
                            route,
                            contentType,
                            client.call(route.method(), route.pathTo(id)).bearer(token))
                    .send();
            assertThat(answer.status()).as("%s: %s", route, answer.text()).isBetween(200, 299);
            if (!name.equals("POST /api/auth/login")) {
                token = answer.json().at("/data/token").asString(token);
                id = answer.json().at("/data/id").asString(id);
            }
            tried.add(route);
        }
        assertThat(routesWithFields()).containsExactlyInAnyOrderElementsOf(tried);
    }

    private Call example(Route route, String contentType, Call call) {
        ObjectNode example = example(route);
        boolean asForm =
                contentType.equals(FORM) && document.route(route).bodyTypes().contains(FORM);
        return asForm ? call.form(form(example)) : call.json(example.toString());
    }

    @Test
    void aFormIsDocumentedWhereAndOnlyWhereOneIsTaken() {
        assertThat(routesWithFields()).allSatisfy(route -> {
            Answer answer = call(route).form(form(goodBody(route))).send();
            assertThat(answer.status() == 400)
                    .as("%s: %s", route, answer.text())
                    .isNotEqualTo(document.route(route).bodyTypes().contains(FORM));
        });
    }

    private static String form(ObjectNode fields) {
        return fields.propertyStream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().asString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @ParameterizedTest
    @MethodSource("routesWithFields")
    void aBodyIsRefusedWhenAndOnlyWhenItsSchemaRefusesIt(Route route) {
        DocumentedRoute documented = document.route(route);
        JsonNode schema = documented.jsonBody().orElseThrow().get("schema");
        Set<String> said = new HashSet<>();

        List<ObjectNode> bodies = Mistakes.in(goodBody(route), document.resolved(schema));

        assertThat(bodies).hasSizeGreaterThan(5).allSatisfy(body -> {
            Answer answer = call(route).json(unused(body).toString()).send();
            documented.describes(answer);
            if (answer.status() >= 400) {
                said.add(answer.string("/message"));
            }
            assertThat(answer.status() == 400)
                    .as("%s with %s: %s", route, body, answer.text())
                    .isEqualTo(!document.mistakes(schema, body).isEmpty());
        });
        assertThat(said).as("texts of %s", route).containsAll(textsAboutFields(documented));
    }

    /** No schema can say which passwords that are. */
    @Test
    void aCommonPasswordIsRefusedAsItsDescriptionSays() {
        List<DocumentedRoute> routes = document.routes().stream()
                .filter(route -> route.texts(400).contains(COMMON))
                .toList();

        assertThat(routes).hasSize(2).allSatisfy(route -> {
            ObjectNode body = unused(example(route.route()));
            String field = body.has("newPassword") ? "newPassword" : "password";
            JsonNode schema = document.resolved(route.jsonBody().orElseThrow().get("schema"));
            assertThat(schema.at("/properties/%s/description".formatted(field)).stringValue())
                    .contains("None of the most common passwords.");

            Answer answer = call(route.route())
                    .json(body.put(field, "azerty").toString())
                    .send();

            route.describes(answer);
            assertThat(answer.string("/message")).isEqualTo(COMMON);
        });
    }

    private static Set<String> textsAboutFields(DocumentedRoute documented) {
        Set<String> aboutOtherThings = Set.of(
                "Corps de requête JSON invalide",
                "Failed to decode param '%zz'",
                "Cet email est déjà utilisé",
                "L'en-tête Idempotency-Key doit être un seul texte de 1 à 255 caractères",
                TOO_MANY_TO_COME,
                COMMON);
        return documented.texts(400).stream()
                .filter(text -> !aboutOtherThings.contains(text))
                .collect(Collectors.toSet());
    }

    private Call call(Route route) {
        return client.call(route.method(), route.pathTo(event)).as(pia);
    }

    private ObjectNode example(Route route) {
        return document.route(route)
                .jsonBody()
                .orElseThrow()
                .get("example")
                .deepCopy()
                .asObject();
    }

    /** The example, but not the one that would end the account of the test. */
    private ObjectNode goodBody(Route route) {
        ObjectNode example = example(route);
        return route.method().equals("DELETE") ? example.put("password", "not the right one") : example;
    }

    /** Nobody can register twice with one address. */
    private static ObjectNode unused(ObjectNode body) {
        boolean good = body.path("email").asString("").contains("@emlyon.com") && body.has("name");
        return good ? body.deepCopy().put("email", ContractClient.freshEmail()) : body;
    }
}

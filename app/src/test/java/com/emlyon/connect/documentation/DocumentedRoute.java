package com.emlyon.connect.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.contract.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is said about one route. */
record DocumentedRoute(ApiDocument document, Route route, JsonNode operation) {

    private static final String JSON = "application/json;charset=utf-8";

    Set<Integer> statuses() {
        return operation
                .get("responses")
                .propertyStream()
                .map(response -> Integer.valueOf(response.getKey()))
                .collect(Collectors.toSet());
    }

    boolean wantsAToken() {
        return !operation.path("security").isEmpty();
    }

    /** The body as it is sent in JSON: its schema and an example; empty when the route takes none. */
    Optional<JsonNode> jsonBody() {
        JsonNode body = operation.at("/requestBody/content/application~1json");
        return body.isMissingNode() ? Optional.empty() : Optional.of(body);
    }

    /** The content types of the bodies that the route takes. */
    Set<String> bodyTypes() {
        return operation
                .at("/requestBody/content")
                .propertyStream()
                .map(type -> type.getKey())
                .collect(Collectors.toSet());
    }

    /** The texts that failures with a status may have. */
    Set<String> texts(int status) {
        return operation
                .at("/responses/" + status + "/content")
                .valueStream()
                .flatMap(content -> content.path("examples").valueStream())
                .map(example -> example.at("/value/message").stringValue())
                .collect(Collectors.toSet());
    }

    /** Fails unless the answer is one of the documented ones, in status, content type, body and text. */
    void describes(Answer answer) {
        assertThat(statuses()).as("statuses of %s", route).contains(answer.status());
        headers(answer.status())
                .forEach(header -> assertThat(answer.header(header))
                        .as("%s of %s, %d", header, route, answer.status())
                        .isPresent());
        JsonNode contents = operation.at("/responses/" + answer.status() + "/content");
        if (contents.isMissingNode()) {
            assertThat(answer.bytes())
                    .as("body of %s, %d", route, answer.status())
                    .isEmpty();
            return;
        }
        String type = normal(answer.header("content-type").orElse("none"));
        JsonNode content = contents.propertyStream()
                .filter(documented -> normal(documented.getKey()).equals(type))
                .map(documented -> documented.getValue())
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s, %d: %s is not documented, but %s"
                        .formatted(route, answer.status(), type, contents.propertyNames())));
        if (type.equals(JSON)) {
            assertThat(document.mistakes(content.get("schema"), answer.json()))
                    .as("%s, %d: %s", route, answer.status(), answer.text())
                    .isEmpty();
            if (content.has("examples")) {
                assertThat(texts(answer.status()))
                        .as("texts of %s, %d", route, answer.status())
                        .contains(answer.string("/message"));
            }
        }
    }

    /** The headers that every answer with a status has; a conflict has one only where waiting helps. */
    List<String> headers(int status) {
        return status == 409
                ? List.of()
                : List.copyOf(operation.at("/responses/" + status + "/headers").propertyNames());
    }

    @Override
    public String toString() {
        return route.toString();
    }

    private static String normal(String mediaType) {
        return mediaType.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}

package com.emlyon.connect.app.documentation;

import com.emlyon.connect.app.web.Texts;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** Documents how an operation may fail: the status, the shape, and each text as students read it. */
final class FailureResponses {

    static final String SCHEMA = "Failure";
    static final String JSON = "application/json; charset=utf-8";

    private final Texts texts;

    FailureResponses(Texts texts) {
        this.texts = texts;
    }

    /** The one shape of every failure. */
    static Schema<?> schema() {
        Schema<?> success = new JsonSchema().typesItem("boolean")._const(false);
        Schema<?> message = new JsonSchema().typesItem("string").description("For the reader, in their language.");
        return new JsonSchema()
                .typesItem("object")
                .addProperty("success", success)
                .addProperty("message", message)
                .required(List.of("success", "message"));
    }

    /** Adds the text of the key to the failures with this status. */
    void add(Operation operation, HttpStatus status, String key, Object... parts) {
        addText(operation, status, key, texts.in(Locale.FRENCH, key, parts));
    }

    /** Adds a text that has no key of its own. */
    void addText(Operation operation, HttpStatus status, String name, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", false);
        body.put("message", message);
        String code = String.valueOf(status.value());
        if (!operation.getResponses().containsKey(code)) {
            operation.getResponses().addApiResponse(code, failure(status));
        }
        jsonOf(operation, code).addExamples(name, new Example().value(body));
    }

    /** Whether the failures with this status include one of the texts. */
    boolean has(Operation operation, HttpStatus status, Set<String> keys) {
        String code = String.valueOf(status.value());
        return operation.getResponses().containsKey(code)
                && Optional.ofNullable(jsonOf(operation, code).getExamples())
                        .filter(examples -> examples.keySet().stream().anyMatch(keys::contains))
                        .isPresent();
    }

    /** The JSON answer of the operation with a status. */
    static MediaType jsonOf(Operation operation, String code) {
        return Optional.ofNullable(operation.getResponses().get(code))
                .map(ApiResponse::getContent)
                .map(content -> content.get(JSON))
                .orElseThrow(() ->
                        new IllegalStateException("No JSON for %s of %s".formatted(code, operation.getOperationId())));
    }

    private static ApiResponse failure(HttpStatus status) {
        MediaType failure = new MediaType().schema(new Schema<>().$ref(SCHEMA));
        return new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content().addMediaType(JSON, failure));
    }
}

package com.emlyon.connect.app.documentation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;

/** Documents the headers of answers on which clients act: the tag of what can be revalidated, and how long to wait. */
final class ResponseHeaders implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(ResponseHeaders::describe);
    }

    private static void describe(Operation operation) {
        if (operation.getResponses().containsKey("304")) {
            responses(operation, "200", "304").forEach(response -> response.addHeaderObject(HttpHeaders.ETAG, etag()));
        }
        responses(operation, "429", "503")
                .forEach(response -> response.addHeaderObject(HttpHeaders.RETRY_AFTER, retryAfter()));
    }

    private static Stream<ApiResponse> responses(Operation operation, String... codes) {
        return Stream.of(codes)
                .map(code -> operation.getResponses().get(code))
                .flatMap(response -> Optional.ofNullable(response).stream());
    }

    private static Header etag() {
        return new Header()
                .description("For If-None-Match: 304 as long as the answer is the same")
                .schema(new JsonSchema().typesItem("string"));
    }

    static Header retryAfter() {
        return new Header().description("Seconds until the next attempt").schema(new JsonSchema().typesItem("integer"));
    }
}

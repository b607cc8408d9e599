package com.emlyon.connect.app.documentation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Documents for every POST that it accepts an {@code Idempotency-Key}, and how it may fail because of it. */
final class KeyedRoutes implements OpenApiCustomizer {

    private static final String DESCRIPTION =
            "A text of your choice, such as a UUID, in quotes. The same key and the same"
                    + " request have one effect and one answer for 24 hours: a request whose answer was lost can be repeated.";

    private final FailureResponses failures;

    KeyedRoutes(FailureResponses failures) {
        this.failures = failures;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                Optional.ofNullable(item.getPost()).ifPresent(this::write);
            }
        });
    }

    private void write(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .description(DESCRIPTION)
                .required(false)
                .schema(new JsonSchema().typesItem("string"))
                .example("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""));
        failures.add(operation, HttpStatus.BAD_REQUEST, "idempotencyKey.invalid");
        failures.add(operation, HttpStatus.CONFLICT, "idempotencyKey.underWay");
        failures.add(operation, HttpStatus.UNPROCESSABLE_CONTENT, "idempotencyKey.usedOtherwise");
        Optional.ofNullable(operation.getResponses().get("409"))
                .ifPresent(response -> response.addHeaderObject(HttpHeaders.RETRY_AFTER, ResponseHeaders.retryAfter()));
    }
}

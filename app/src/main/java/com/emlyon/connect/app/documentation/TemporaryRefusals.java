package com.emlyon.connect.app.documentation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;

/**
 * Documents what a route answers when it lacks the database, or a place among the requests that are served at a time.
 */
final class TemporaryRefusals implements OpenApiCustomizer {

    private static final String HEALTH = "/api/health";

    private final FailureResponses failures;

    TemporaryRefusals(FailureResponses failures) {
        this.failures = failures;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().forEach((path, item) -> {
            if (path.startsWith("/api/") && !path.equals(HEALTH)) {
                item.readOperationsMap().forEach((method, operation) -> {
                    failures.add(operation, HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
                    failures.add(operation, HttpStatus.SERVICE_UNAVAILABLE, "busy");
                    if (method != PathItem.HttpMethod.GET) {
                        failures.add(operation, HttpStatus.SERVICE_UNAVAILABLE, "write.notStored");
                        failures.add(operation, HttpStatus.SERVICE_UNAVAILABLE, "write.unknown");
                    }
                });
            }
        });
    }
}

package com.emlyon.connect.app.documentation;

import com.emlyon.connect.app.security.ProtectedPaths;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;

/**
 * Documents that a protected route requires a token, or one of an administrator, and what follows: lists can be
 * revalidated, preconditions can fail, writes are counted.
 */
final class ClosedRoutes implements OpenApiCustomizer {

    static final String SCHEME = "token";

    /** The texts of routes whose requests are counted as guesses or as exports. */
    private static final Set<String> COUNTED = Set.of("throttled", "throttled.writes");

    /** Logging out is never refused for too many writes. */
    private static final String SESSIONS = "/api/users/me/sessions";

    private final ProtectedPaths doors;
    private final FailureResponses failures;

    ClosedRoutes(ProtectedPaths doors, FailureResponses failures) {
        this.doors = doors;
        this.failures = failures;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().forEach((path, item) -> {
            if (doors.close(path)) {
                item.readOperationsMap().forEach((method, operation) -> close(path, method, operation));
            } else {
                item.readOperations().forEach(operation -> operation.setSecurity(List.of()));
            }
            if (doors.openOnlyToAdmins(path)) {
                item.readOperations().forEach(operation -> failures.add(operation, HttpStatus.FORBIDDEN, "forbidden"));
            }
        });
    }

    /** Answers to counted GET requests are made anew each time, so they cannot be revalidated. */
    private void close(String path, PathItem.HttpMethod method, Operation operation) {
        operation.addSecurityItem(new SecurityRequirement().addList(SCHEME));
        failures.add(operation, HttpStatus.UNAUTHORIZED, "token.missing");
        failures.add(operation, HttpStatus.UNAUTHORIZED, "token.invalid");
        boolean counted = failures.has(operation, HttpStatus.TOO_MANY_REQUESTS, COUNTED);
        boolean read = method == PathItem.HttpMethod.GET;
        if (read ? !counted : !doors.openOnlyToAdmins(path)) {
            failures.add(operation, HttpStatus.PRECONDITION_FAILED, "precondition.failed");
        }
        if (read && !counted) {
            operation
                    .getResponses()
                    .addApiResponse("304", new ApiResponse().description("As the ETag of If-None-Match says it"));
        } else if (!counted && !path.startsWith(SESSIONS)) {
            // Routes that ask for a password count guesses in place of writes.
            failures.add(operation, HttpStatus.TOO_MANY_REQUESTS, "throttled.writes");
        }
    }
}

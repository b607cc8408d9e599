package com.emlyon.connect.app.documentation;

import com.emlyon.connect.app.web.FailsWith;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/** Documents the refusals that a route declares, and the one that is common to all paths with a variable. */
final class Refusals implements Chapter {

    private final FailureResponses failures;

    Refusals(FailureResponses failures) {
        this.failures = failures;
    }

    @Override
    public void write(Operation operation, Components components, HandlerMethod handler) {
        Stream.of(handler.getMethod(), handler.getBeanType())
                .flatMap(place -> AnnotatedElementUtils.getMergedRepeatableAnnotations(place, FailsWith.class).stream())
                .forEach(refusal ->
                        failures.add(operation, refusal.status(), refusal.text(), (Object[]) refusal.parts()));
        boolean hasVariable = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class));
        if (hasVariable) {
            failures.addText(operation, HttpStatus.BAD_REQUEST, "path.undecodable", "Failed to decode param '%zz'");
        }
    }
}

package com.emlyon.connect.app.documentation;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Applies all chapters to an operation, in their order. */
record Chapters(List<Chapter> inOrder) implements GlobalOperationComponentsCustomizer {

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod handler) {
        inOrder.forEach(chapter -> chapter.write(operation, components, handler));
        return operation;
    }

    /** Springdoc calls the method above; this one is left from an interface that did not pass the components. */
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        return operation;
    }
}

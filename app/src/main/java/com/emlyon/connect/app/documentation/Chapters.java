package com.emlyon.connect.app.documentation;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springframework.web.method.HandlerMethod;

/** All that is said about an operation, in one order. */
record Chapters(List<Chapter> inOrder) implements GlobalOperationComponentsCustomizer {

    @Override
    public Operation customize(Operation operation, Components components, HandlerMethod handler) {
        inOrder.forEach(chapter -> chapter.write(operation, components, handler));
        return operation;
    }

    /** Springdoc asks the method above; this one is left from before it could hand over the components. */
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        return operation;
    }
}

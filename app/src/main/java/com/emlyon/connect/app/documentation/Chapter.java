package com.emlyon.connect.app.documentation;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import org.springframework.web.method.HandlerMethod;

/** What is said about every operation on one subject. */
@FunctionalInterface
interface Chapter {

    /** Adds it to the operation that a handler method serves. */
    void write(Operation operation, Components components, HandlerMethod handler);
}

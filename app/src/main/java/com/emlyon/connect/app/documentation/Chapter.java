package com.emlyon.connect.app.documentation;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import org.springframework.web.method.HandlerMethod;

/** Documents one subject for every operation. */
@FunctionalInterface
interface Chapter {

    /** Adds the subject to the operation that a handler method serves. */
    void write(Operation operation, Components components, HandlerMethod handler);
}

package com.emlyon.connect.app.documentation;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** Documents where the data of an answer may be null, which the type of the handler's result declares. */
final class NullableAnswers implements Chapter {

    @Override
    public void write(Operation operation, Components components, HandlerMethod handler) {
        if (handler.getMethod().getAnnotatedReturnType() instanceof AnnotatedParameterizedType answer
                && Arrays.stream(answer.getAnnotatedActualTypeArguments())
                        .anyMatch(data -> data.isAnnotationPresent(Nullable.class))) {
            letDataBeNull(operation, components);
        }
    }

    private static void letDataBeNull(Operation operation, Components components) {
        String reference = FailureResponses.jsonOf(operation, "200").getSchema().get$ref();
        Schema<?> answer = Objects.requireNonNull(
                components.getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1)));
        Schema<?> data = Objects.requireNonNull(answer.getProperties().get("data"));
        answer.addProperty("data", new JsonSchema().anyOf(List.of(data, new JsonSchema().typesItem("null"))));
    }
}

package com.emlyon.connect.app.documentation;

import com.emlyon.connect.app.fields.RequestFields;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import jakarta.validation.Validator;
import java.util.Arrays;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Describes the bodies that routes read as {@link RequestFields}, and how each mistake in them is answered. */
final class RequestBodies implements Chapter {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Validator validator;
    private final FailureResponses failures;

    RequestBodies(Validator validator, FailureResponses failures) {
        this.validator = validator;
        this.failures = failures;
    }

    @Override
    public void write(Operation operation, Components components, HandlerMethod handler) {
        Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestFields.class))
                .map(MethodParameter::getParameterType)
                .forEach(fields -> describe(operation, components, fields.asSubclass(Record.class)));
    }

    private void describe(Operation operation, Components components, Class<? extends Record> fields) {
        FieldsSchema body = new FieldsSchema(fields, validator);
        components.addSchemas(fields.getSimpleName(), body.schema());
        Schema<?> reference = new Schema<>().$ref(fields.getSimpleName());
        Content content = new Content()
                .addMediaType(JSON, new MediaType().schema(reference).example(body.example()));
        if (body.fitsAForm()) {
            content.addMediaType(FORM, new MediaType().schema(reference));
        }
        operation.requestBody(new RequestBody().required(body.isRequired()).content(content));
        body.textsOfMistakes().forEach(key -> failures.add(operation, HttpStatus.BAD_REQUEST, key));
        failures.add(operation, HttpStatus.BAD_REQUEST, "body.unreadable");
        failures.add(operation, HttpStatus.CONTENT_TOO_LARGE, "body.tooLarge");
    }
}

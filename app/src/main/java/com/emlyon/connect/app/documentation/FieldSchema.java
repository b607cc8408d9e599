package com.emlyon.connect.app.documentation;

import com.emlyon.connect.app.fields.EmptyMeansMissing;
import com.emlyon.connect.app.fields.NullMeansEmpty;
import com.emlyon.connect.app.fields.Untrimmed;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * One field of a body, described by a component and its constraints; the validator tells whether the field is required.
 */
final class FieldSchema {

    private final Class<? extends Record> type;
    private final RecordComponent component;
    private final Validator validator;
    private final List<Annotation> annotations;

    FieldSchema(Class<? extends Record> type, RecordComponent component, Validator validator) {
        this.type = type;
        this.component = component;
        this.validator = validator;
        try {
            this.annotations =
                    Arrays.asList(type.getDeclaredField(component.getName()).getAnnotations());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String name() {
        return component.getName();
    }

    boolean isNumber() {
        return component.getType() == Double.class;
    }

    boolean isRequired() {
        return !takes(null);
    }

    Schema<?> schema() {
        Set<String> types = new LinkedHashSet<>(Set.of(isNumber() ? "number" : "string"));
        if (takes(has(NullMeansEmpty.class) ? "" : null)) {
            types.add("null");
        }
        Schema<?> schema = new JsonSchema().types(types);
        annotations.forEach(annotation -> ConstraintSchemas.describe(schema, annotation));
        if (schema.getMinLength() != null && !has(Untrimmed.class)) {
            schema.setMinLength(null);
            schema.setPattern(ConstraintSchemas.SOMETHING_VISIBLE);
        }
        if (schema.getPattern() != null && has(EmptyMeansMissing.class)) {
            schema.setPattern("^$|" + schema.getPattern());
        }
        return schema;
    }

    /** The value of the field in the example of the body. */
    Optional<Object> example() {
        return annotations.stream()
                .map(ConstraintSchemas::exampleOf)
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> isNumber() ? new BigDecimal(text) : text);
    }

    List<String> textsOfMistakes() {
        return annotations.stream()
                .filter(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class))
                .map(annotation -> String.valueOf(AnnotationUtils.getValue(annotation, "message")))
                .map(message -> message.replaceAll("[{}]", ""))
                .toList();
    }

    private boolean has(Class<? extends Annotation> mark) {
        return component.isAnnotationPresent(mark);
    }

    private boolean takes(@Nullable Object value) {
        return validator.validateValue(type, name(), value).isEmpty();
    }
}

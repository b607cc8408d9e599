package com.emlyon.connect.app.fields;

import com.emlyon.connect.app.text.OpaqueString;
import com.emlyon.connect.app.text.VisibleText;
import com.emlyon.connect.app.web.InvalidFields;
import com.emlyon.connect.app.web.Texts;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a record from the fields of a body. A value of the wrong type is treated like a missing one so that every
 * mistake is answered with the text of its field.
 */
final class FieldReader {

    private final Validator validator;
    private final Texts texts;

    FieldReader(Validator validator, Texts texts) {
        this.validator = validator;
        this.texts = texts;
    }

    /**
     * Reads and validates the fields.
     *
     * @throws InvalidFields naming every field that is not valid
     */
    <R extends Record> R read(ObjectNode fields, Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Set<String> mistyped = new HashSet<>();
        for (int i = 0; i < components.length; i++) {
            try {
                values[i] = convert(fields.get(components[i].getName()), components[i]);
            } catch (Mistyped wrong) {
                mistyped.add(components[i].getName());
            }
        }
        R record = construct(type, components, values);
        refuse(components, validator.validate(record), mistyped, type);
        return record;
    }

    private static @Nullable Object convert(@Nullable JsonNode value, RecordComponent component) {
        if (component.getType() == Double.class) {
            return FieldValues.number(value);
        }
        if (component.isAnnotationPresent(Untrimmed.class)) {
            String text = FieldValues.verbatim(value);
            return text != null && component.isAnnotationPresent(NormalisedPassword.class)
                    ? OpaqueString.of(text)
                    : text;
        }
        if (component.isAnnotationPresent(EmptyMeansMissing.class)) {
            String text = FieldValues.verbatim(value);
            return text == null || text.isEmpty() ? null : VisibleText.of(text);
        }
        if (value != null && value.isNull() && component.isAnnotationPresent(NullMeansEmpty.class)) {
            return "";
        }
        return FieldValues.trimmed(value);
    }

    private static <R extends Record> R construct(
            Class<R> type, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException impossible) {
            throw new IllegalStateException(type.getName() + " has no usable constructor", impossible);
        }
    }

    private <R> void refuse(
            RecordComponent[] components, Set<ConstraintViolation<R>> violations, Set<String> mistyped, Class<R> type) {
        List<String> texts = new ArrayList<>();
        for (RecordComponent component : components) {
            String name = component.getName();
            Optional<String> violation = violations.stream()
                    .filter(found -> found.getPropertyPath().toString().equals(name))
                    .map(ConstraintViolation::getMessage)
                    .sorted()
                    .findFirst();
            if (violation.isPresent()) {
                texts.add(violation.get());
            } else if (mistyped.contains(name)) {
                texts.add(textForWrongType(type, name));
            }
        }
        if (!texts.isEmpty()) {
            throw new InvalidFields(texts);
        }
    }

    /**
     * An optional field of the wrong type violates no constraint; it is answered with the text of its first constraint.
     */
    private String textForWrongType(Class<?> type, String name) {
        try {
            for (Annotation annotation : type.getDeclaredField(name).getAnnotations()) {
                if (annotation.annotationType().isAnnotationPresent(Constraint.class)) {
                    Object message = AnnotationUtils.getValue(annotation, "message");
                    return texts.of(String.valueOf(message).replaceAll("[{}]", ""));
                }
            }
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
        throw new IllegalStateException(
                "%s.%s has no constraint that names its text".formatted(type.getSimpleName(), name));
    }
}

package com.emlyon.connect.promise.version;

import com.emlyon.platform.eventstore.personal.Personal;
import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the JSON of a stored class consists of, one line a component, sorted by name, since JSON knows no order. Names of
 * classes are no part of it: they may change.
 */
final class Shape {

    private static final List<Class<?>> TEXTS = List.of(String.class, UUID.class, URI.class);
    private static final List<Class<?>> NUMBERS = List.of(Byte.class, Short.class, Integer.class, Long.class);
    private static final List<Class<?>> FRACTIONS = List.of(Float.class, Double.class);

    private Shape() {}

    /** The shape in words, a line for each component; fails when it meets a type of which it knows no rule. */
    static String of(Class<?> stored) {
        refuseOtherAnnotations(stored);
        return components(stored, "");
    }

    private static String components(Class<?> owner, String indent) {
        return fields(owner).stream()
                .map(field -> "%s%s: %s".formatted(indent, field.getName(), of(field, indent)))
                .collect(Collectors.joining("\n"));
    }

    private static String of(Field component, String indent) {
        refuseOtherAnnotations(component);
        return of(component.getAnnotatedType(), indent);
    }

    private static List<Field> fields(Class<?> owner) {
        if (owner.getSuperclass() != Object.class && owner.getSuperclass() != Record.class) {
            throw unknown(owner);
        }
        return Arrays.stream(owner.getDeclaredFields())
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                .sorted(Comparator.comparing(Field::getName))
                .toList();
    }

    private static String of(AnnotatedType type, String indent) {
        String shape = present(type, indent);
        return type.isAnnotationPresent(Nullable.class) ? shape + " or null" : shape;
    }

    private static String present(AnnotatedType type, String indent) {
        return switch (type) {
            case AnnotatedArrayType array -> "list of " + of(array.getAnnotatedGenericComponentType(), indent);
            case AnnotatedParameterizedType generic -> generic(generic, indent);
            case AnnotatedType plain -> plain((Class<?>) plain.getType(), indent);
        };
    }

    private static String generic(AnnotatedParameterizedType type, String indent) {
        Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
        List<String> arguments = Arrays.stream(type.getAnnotatedActualTypeArguments())
                .map(argument -> of(argument, indent))
                .toList();
        if (Collection.class.isAssignableFrom(raw)) {
            return "list of " + arguments.getFirst();
        }
        if (Map.class.isAssignableFrom(raw)) {
            return "map from %s to %s".formatted(arguments.getFirst(), arguments.getLast());
        }
        if (raw == Personal.class) {
            return "sealed " + arguments.getFirst();
        }
        if (raw == Optional.class) {
            return arguments.getFirst() + " or null";
        }
        throw unknown(raw);
    }

    private static String plain(Class<?> type, String indent) {
        refuseOtherAnnotations(type);
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        if (TEXTS.contains(boxed)) {
            return "text";
        }
        if (NUMBERS.contains(boxed)) {
            return "whole number";
        }
        if (FRACTIONS.contains(boxed)) {
            return "number";
        }
        if (boxed == Boolean.class) {
            return "true or false";
        }
        if (type.getPackageName().equals("java.time")) {
            return type.getSimpleName();
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses())
                    .sorted(Comparator.comparing(Class::getSimpleName))
                    .map(variant -> "%s %s".formatted(variant.getSimpleName(), plain(variant, indent)))
                    .collect(Collectors.joining(" or "));
        }
        return valueOf(type).map(value -> of(value, indent)).orElseGet(() -> block(type, indent));
    }

    /** The component that stands in JSON for the whole record. */
    private static Optional<Field> valueOf(Class<?> type) {
        return fields(type).stream()
                .filter(field -> field.isAnnotationPresent(JsonValue.class))
                .findFirst();
    }

    private static String block(Class<?> type, String indent) {
        if (!type.isRecord()) {
            throw unknown(type);
        }
        String components = components(type, indent + "  ");
        return components.isEmpty() ? "{}" : "{\n%s\n%s}".formatted(components, indent);
    }

    private static void refuseOtherAnnotations(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<?> kind = annotation.annotationType();
            if (kind.isAnnotationPresent(JacksonAnnotation.class)
                    && kind != JsonValue.class
                    && kind != JsonCreator.class) {
                throw new AssertionError("%s has %s, of which Shape does not know what it makes of the JSON"
                        .formatted(element, annotation));
            }
        }
    }

    private static AssertionError unknown(Class<?> type) {
        return new AssertionError("Shape knows no rule for " + type.getName());
    }
}

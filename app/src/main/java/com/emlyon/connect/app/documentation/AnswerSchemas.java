package com.emlyon.connect.app.documentation;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Completes the schemas of answers: a record always writes all of its components, only some may be null, and a property
 * name means the same wherever it occurs.
 */
final class AnswerSchemas implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";
    private static final Set<String> MILLISECONDS = Set.of("date", "timestamp");
    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("id", "uuid"),
            Map.entry("actor", "uuid"),
            Map.entry("commandId", "uuid"),
            Map.entry("cause", "uuid"),
            Map.entry("email", "idn-email"),
            Map.entry("avatarUrl", "uri-reference"),
            Map.entry("at", "date-time"),
            Map.entry("recordedAt", "date-time"),
            Map.entry("createdAt", "date-time"),
            Map.entry("updatedAt", "date-time"),
            Map.entry("startedAt", "date-time"),
            Map.entry("expiresAt", "date-time"));

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        Schema<?> schema = others.next().resolve(type, context, others);
        Class<?> answer = Json31.mapper().constructType(type.getType()).getRawClass();
        if (answer.isRecord()) {
            definition(schema, context).ifPresent(definition -> complete(definition, answer.getRecordComponents()));
        }
        return schema;
    }

    private static Optional<Schema<?>> definition(@Nullable Schema<?> schema, ModelConverterContext context) {
        if (schema == null || schema.get$ref() == null) {
            return Optional.ofNullable(schema);
        }
        return Optional.ofNullable(
                context.getDefinedModels().get(schema.get$ref().substring(REFERENCE.length())));
    }

    private static void complete(Schema<?> answer, RecordComponent[] components) {
        if (answer.getProperties() == null) {
            return;
        }
        answer.setRequired(
                List.of(Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new)));
        for (RecordComponent component : components) {
            Optional.ofNullable(answer.getProperties().get(component.getName()))
                    .ifPresent(property -> complete(answer, property, component));
        }
    }

    private static void complete(Schema<?> answer, Schema<?> property, RecordComponent component) {
        if (component.getName().equals("success")) {
            property.setConst(true);
        }
        if (component.getType() == String.class) {
            property.setFormat(FORMATS.getOrDefault(component.getName(), property.getFormat()));
        }
        if (MILLISECONDS.contains(component.getName()) && component.getType() != String.class) {
            property.setDescription("Milliseconds since 1970-01-01T00:00Z.");
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            if (property.get$ref() == null) {
                property.setTypes(orNull(property.getTypes()));
            } else {
                answer.addProperty(
                        component.getName(),
                        new JsonSchema().anyOf(List.of(property, new JsonSchema().typesItem("null"))));
            }
        }
    }

    private static Set<String> orNull(Set<String> types) {
        Set<String> all = new LinkedHashSet<>(types);
        all.add("null");
        return all;
    }
}

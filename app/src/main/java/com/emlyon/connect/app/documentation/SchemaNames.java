package com.emlyon.connect.app.documentation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Gives schemas the names that client generators turn into good type names: {@code EventList} in place of
 * {@code DataListEventAnswer}.
 */
final class SchemaNames implements OpenApiCustomizer {

    private static final String REFERENCE = "#/components/schemas/";

    /** Applied in this order, each to the result of the former ones. */
    private static final Map<String, String> REPLACEMENTS = replacements();

    @Override
    public void customise(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Map<String, Schema> renamed = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> {
            if (renamed.putIfAbsent(shortened(name), schema) != null) {
                throw new IllegalStateException("Two schemas would be called %s".formatted(shortened(name)));
            }
        });
        renamed.values().forEach(SchemaNames::renameIn);
        document.getComponents().setSchemas(renamed);
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(SchemaNames::contents)
                .flatMap(content -> content.values().stream())
                .forEach(media -> renameIn(media.getSchema()));
    }

    static String shortened(String name) {
        String shortened = name;
        for (Map.Entry<String, String> replacement : REPLACEMENTS.entrySet()) {
            shortened = shortened.replaceFirst(replacement.getKey(), replacement.getValue());
        }
        return shortened;
    }

    private static Map<String, String> replacements() {
        Map<String, String> replacements = new LinkedHashMap<>();
        replacements.put("CheckInAnswerStudentOfPromotion", "ListedCheckIn");
        replacements.put("CheckInAnswerStudent", "CheckIn");
        replacements.put("Authenticated(\\w+)", "$1WithToken");
        replacements.put("(\\w)Answer$", "$1");
        replacements.put("^DoneWithList(\\w+)", "$1ListDone");
        replacements.put("^DoneWith(\\w+)", "$1Done");
        replacements.put("^DataList(\\w+)", "$1List");
        replacements.put("^Data(\\w+)", "$1Data");
        return replacements;
    }

    private static Stream<Content> contents(Operation operation) {
        return Stream.concat(
                        operation.getResponses().values().stream().map(response -> response.getContent()),
                        Optional.ofNullable(operation.getRequestBody()).stream().map(body -> body.getContent()))
                .filter(Objects::nonNull);
    }

    private static void renameIn(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null && schema.get$ref().startsWith(REFERENCE)) {
            schema.set$ref(shortened(schema.get$ref().substring(REFERENCE.length())));
        }
        renameIn(schema.getItems());
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            renameIn(values);
        }
        Optional.ofNullable(schema.getProperties())
                .ifPresent(all -> all.values().forEach(SchemaNames::renameIn));
        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .filter(Objects::nonNull)
                .flatMap(alternatives -> new ArrayList<Schema<?>>((List<Schema<?>>) (List<?>) alternatives).stream())
                .forEach(SchemaNames::renameIn);
    }
}

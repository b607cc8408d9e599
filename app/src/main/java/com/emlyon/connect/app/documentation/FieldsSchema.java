package com.emlyon.connect.app.documentation;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of a body whose fields are the components of a record. */
final class FieldsSchema {

    private final List<FieldSchema> fields;

    FieldsSchema(Class<? extends Record> type, Validator validator) {
        this.fields = Arrays.stream(type.getRecordComponents())
                .map(component -> new FieldSchema(type, component, validator))
                .toList();
    }

    Schema<?> schema() {
        Schema<?> body = new JsonSchema().typesItem("object");
        fields.forEach(field -> body.addProperty(field.name(), field.schema()));
        body.setRequired(fields.stream()
                .filter(FieldSchema::isRequired)
                .map(FieldSchema::name)
                .toList());
        return body;
    }

    /** A body that the route accepts. */
    Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        fields.forEach(field -> field.example().ifPresent(value -> example.put(field.name(), value)));
        return example;
    }

    boolean isRequired() {
        return fields.stream().anyMatch(FieldSchema::isRequired);
    }

    /** In a form every value is a text, which no number field accepts. */
    boolean fitsAForm() {
        return fields.stream().noneMatch(FieldSchema::isNumber);
    }

    /** The keys of the texts about mistakes, in the order of the fields. */
    List<String> textsOfMistakes() {
        return fields.stream()
                .flatMap(field -> field.textsOfMistakes().stream())
                .distinct()
                .toList();
    }
}

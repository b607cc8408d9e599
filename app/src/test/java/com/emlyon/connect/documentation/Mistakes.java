package com.emlyon.connect.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes bodies of a good one, most of them wrong in one field: what its schema's words are about, and a bit beside. */
final class Mistakes {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Mistakes() {}

    static List<ObjectNode> in(ObjectNode good, JsonNode schema) {
        List<ObjectNode> bodies = new ArrayList<>(List.of(good));
        schema.get("properties").propertyStream().forEach(property -> {
            String name = property.getKey();
            bodies.add(good.deepCopy().without(List.of(name)));
            values(property.getValue()).forEach(value -> {
                ObjectNode body = good.deepCopy();
                body.set(name, value);
                bodies.add(body);
            });
        });
        return bodies;
    }

    private static Stream<JsonNode> values(JsonNode schema) {
        Stream<JsonNode> always = Stream.of(
                JSON.nullNode(), JSON.createObjectNode(), JSON.createArrayNode().add("a"));
        return Stream.concat(always, isNumber(schema) ? numbers(schema) : texts(schema));
    }

    private static boolean isNumber(JsonNode schema) {
        return schema.get("type").isString() && schema.get("type").stringValue().equals("number");
    }

    private static Stream<JsonNode> numbers(JsonNode schema) {
        int least = schema.get("minimum").intValue();
        int most = schema.get("maximum").intValue();
        return Stream.of(
                JSON.valueToTree(least),
                JSON.valueToTree(least - 0.0001),
                JSON.valueToTree(most),
                JSON.valueToTree(most + 0.0001),
                JSON.valueToTree("45.5"));
    }

    private static Stream<JsonNode> texts(JsonNode schema) {
        Stream<String> texts = Stream.of(
                "",
                "   ",
                "\u200B",
                "\u3164\u2800\u00AD\u2060",
                "\u001C",
                "a",
                "demain",
                "2031-5",
                "javascript:alert(1)");
        Stream<String> lengths = Stream.of("minLength", "maxLength")
                .filter(schema::has)
                .map(bound -> schema.get(bound).intValue())
                .flatMap(bound -> Stream.of(bound - 1, bound, bound + 1))
                .filter(length -> length >= 0)
                .flatMap(length -> Stream.of(text(length), "https://a.org/" + text(Math.max(0, length - 14))));
        return Stream.concat(texts, lengths).distinct().map(JSON::valueToTree);
    }

    /** Not the same letter again and again, which is a password that others have, too. */
    private static String text(int length) {
        return "b7".repeat(length).substring(0, length);
    }
}

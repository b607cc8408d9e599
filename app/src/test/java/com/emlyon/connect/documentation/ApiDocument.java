package com.emlyon.connect.documentation;

import com.emlyon.connect.contract.ContractClient;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a node says about itself. */
final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    /** About routes. */
    static ApiDocument readBy(ContractClient client) {
        return new ApiDocument(client.get("/v3/api-docs").send().json());
    }

    /** About what is told live. */
    static ApiDocument ofFeedsReadBy(ContractClient client) {
        return new ApiDocument(client.get("/v3/asyncapi").send().json());
    }

    JsonNode root() {
        return root;
    }

    List<DocumentedRoute> routes() {
        return root.get("paths")
                .propertyStream()
                .flatMap(path -> routes(path.getKey(), path.getValue()))
                .toList();
    }

    private Stream<DocumentedRoute> routes(String path, JsonNode item) {
        return item.propertyStream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> new DocumentedRoute(this, new Route(method.getKey(), path), method.getValue()));
    }

    DocumentedRoute route(Route wanted) {
        return routes().stream()
                .filter(route -> route.route().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new AssertionError(wanted + " is not documented"));
    }

    /** The schema itself, where another one only refers to it. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").stringValue().substring(1)) : schema;
    }

    /** What the schema has against a value; formats count, and so do fields that nobody has documented. */
    List<Error> mistakes(JsonNode schema, JsonNode value) {
        ObjectNode complete = schema.deepCopy().asObject();
        complete.set("components", root.get("components").deepCopy());
        refuseOtherFields(complete);
        return schemas.getSchema(complete)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static void refuseOtherFields(JsonNode node) {
        node.valueStream().forEach(ApiDocument::refuseOtherFields);
        if (node instanceof ObjectNode schema && schema.has("properties") && schema.has("type")) {
            schema.set("additionalProperties", JsonNodeFactory.instance.booleanNode(false));
        }
    }
}

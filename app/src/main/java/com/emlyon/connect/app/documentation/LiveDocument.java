package com.emlyon.connect.app.documentation;

import com.emlyon.connect.app.checkin.CheckInAnswer;
import com.emlyon.connect.app.event.EventAnswer;
import com.emlyon.connect.app.feed.FeedCloseReason;
import com.emlyon.connect.app.projection.ProjectionAnswer;
import com.emlyon.connect.app.web.StudentOfPromotion;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is sent over WebSocket, as an AsyncAPI 3 document. Frames are described by hand; the objects in them are those
 * that the routes answer, so their schemas are derived from the same records.
 */
final class LiveDocument {

    private static final List<Type> THINGS = List.of(
            new TypeReference<CheckInAnswer<StudentOfPromotion>>() {}.getType(),
            EventAnswer.class,
            ProjectionAnswer.class);

    private final ObjectNode template;

    LiveDocument(String version, JsonMapper json) {
        this.template = read(json);
        template.withObject("/info").put("version", version);
        ArrayNode farewells = json.valueToTree(
                Arrays.stream(FeedCloseReason.values()).map(Ending::of).toList());
        template.get("channels").forEach(channel -> channel.asObject().set("x-close-codes", farewells));
        ObjectNode schemas = template.withObject("/components/schemas");
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(new AnswerSchemas());
        for (Type thing : THINGS) {
            converters
                    .resolveAsResolvedSchema(new AnnotatedType(thing).resolveAsRef(true))
                    .referencedSchemas
                    .forEach((name, schema) -> schemas.set(name, json.readTree(written(schema))));
        }
    }

    private static ObjectNode read(JsonMapper json) {
        try (InputStream yaml = new ClassPathResource("asyncapi.yaml", LiveDocument.class).getInputStream()) {
            return json.valueToTree(new Yaml().load(yaml));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String written(Schema<?> schema) {
        try {
            return Json31.mapper().writeValueAsString(schema);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** The document of a service that is reached at an address. */
    ObjectNode servedAt(URI address) {
        ObjectNode document = template.deepCopy();
        ObjectNode server = document.withObject("/servers/here")
                .put("host", address.getRawAuthority())
                .put("protocol", "https".equalsIgnoreCase(address.getScheme()) ? "wss" : "ws");
        if (!address.getRawPath().isEmpty()) {
            server.put("pathname", address.getRawPath());
        }
        return document;
    }

    /** How a connection may end. */
    private record Ending(int code, String reason, String meaning) {

        static Ending of(FeedCloseReason farewell) {
            return new Ending(farewell.code(), farewell.reason(), farewell.meaning());
        }
    }
}

package com.emlyon.connect.promise.order;

import com.emlyon.connect.contract.Json;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One request that changes something, prepared so that it succeeds once.
 *
 * @param name method and path
 * @param request sends it to a node
 * @param answered whether the answer's body says what the contract asks for
 * @param shown whether the reads of a node show the change
 * @param told whether a frame of the feed shows the change
 * @param announced whether the feed tells the change by itself; if not, a new connection is shown it
 */
record Write(
        String name,
        Request request,
        Predicate<Reply> answered,
        Shown shown,
        Predicate<JsonNode> told,
        boolean announced) {

    /** Whether a frame of the feed, as it came, shows the change. */
    boolean isToldBy(String frame) {
        return told.test(Json.parse(frame));
    }

    /** What is sent. */
    interface Request {
        Reply to(Wire node) throws IOException;
    }

    /** What is read. */
    interface Shown {
        boolean by(Wire node) throws IOException;
    }

    /** The check-ins of a frame, whatever its type; none in a frame about something else. */
    static Stream<JsonNode> checkInsIn(JsonNode frame) {
        return listIn(frame, "checkIns");
    }

    /** The events of a frame, whatever its type; none in a frame about something else. */
    static Stream<JsonNode> eventsIn(JsonNode frame) {
        return listIn(frame, "events");
    }

    private static Stream<JsonNode> listIn(JsonNode frame, String topic) {
        String type = frame.path("type").asString();
        return frame.path(type.equals("initial") ? topic : "data").valueStream();
    }

    /** Whether a frame tells about that topic at all. */
    static Predicate<JsonNode> isAbout(String topic) {
        return frame -> {
            String type = frame.path("type").asString();
            return type.equals("initial") || type.equals(topic);
        };
    }
}

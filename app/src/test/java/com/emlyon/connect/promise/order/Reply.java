package com.emlyon.connect.promise.order;

import java.net.http.HttpHeaders;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer over HTTP, and how long it took. */
record Reply(int status, HttpHeaders headers, String text, Duration took) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whether it confirms something. */
    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether it says that the views do not show yet what it confirms. */
    boolean isLate() {
        return headers.firstValue("X-View").filter("late"::equals).isPresent();
    }

    JsonNode data() {
        return JSON.readTree(text).path("data");
    }

    /** The text at a JSON pointer below {@code data}. */
    String data(String pointer) {
        return data().at(pointer).asString();
    }
}

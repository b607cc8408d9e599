package com.emlyon.connect.promise.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a client knows from what it was told. */
interface Told {

    /** A new connection begins. */
    void connected();

    /** A frame has come. */
    void take(JsonNode frame);

    /** The connection has ended, maybe in the middle of something. */
    void cut();

    /** From where it can go on; empty when it has to begin anew. */
    Optional<String> position();

    /** What it would show, by id. */
    Map<String, Map<String, ObjectNode>> shown();

    /** Frames that make no sense to somebody who has missed nothing, and been told nothing twice. */
    List<String> surprises();
}

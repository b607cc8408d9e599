package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.contract.Json;
import com.emlyon.connect.promise.live.ToldChanges;
import com.emlyon.connect.query.live.LivePosition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client that goes on where it was, from node to node, and whose connections break between any two frames. */
final class ModelClient {

    private final ToldChanges told = new ToldChanges();
    private final Deque<SharedText> underWay = new ArrayDeque<>();
    private @Nullable ModelNode node;
    private @Nullable DeltaOutbox along;

    void connect(ModelNode other) {
        cut();
        told.connected();
        node = other;
        along = other.connect(told.position().flatMap(LivePosition::parse));
    }

    /** What was under way is lost. */
    void cut() {
        if (node != null && along != null) {
            node.disconnect(along);
        }
        node = null;
        along = null;
        underWay.clear();
        told.cut();
    }

    boolean isAt(ModelNode other) {
        return node == other;
    }

    boolean isCut() {
        return node == null;
    }

    /** Takes so many frames of those that have come. */
    void take(int most) {
        if (along != null) {
            underWay.addAll(along.take());
            along.breakSilence().filter(silent -> underWay.isEmpty()).ifPresent(underWay::add);
        }
        for (int taken = 0; taken < most && !underWay.isEmpty(); taken++) {
            told.take(Json.parse(underWay.remove().text()));
        }
    }

    Map<String, Map<String, ObjectNode>> shown() {
        return told.shown();
    }

    /** What a snapshot contains, in the form of {@link #shown}. */
    static Map<String, Map<String, JsonNode>> byId(JsonNode snapshot) {
        Map<String, Map<String, JsonNode>> all = new TreeMap<>();
        for (String list : List.of("checkIns", "events")) {
            Map<String, JsonNode> things = new TreeMap<>();
            snapshot.get(list).forEach(thing -> things.put(thing.get("id").stringValue(), thing));
            all.put(list, things);
        }
        return all;
    }

    Optional<String> position() {
        return told.position();
    }

    List<String> surprises() {
        return told.surprises();
    }
}

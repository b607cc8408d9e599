package com.emlyon.connect.promise.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The newest lists. */
final class ToldLists implements Told {

    private final Map<String, Map<String, ObjectNode>> lists =
            new TreeMap<>(Map.of("checkIns", Map.of(), "events", Map.of()));
    private final List<String> surprises = new ArrayList<>();
    private boolean begun;

    @Override
    public void connected() {
        begun = false;
    }

    @Override
    public void take(JsonNode frame) {
        String type = frame.get("type").stringValue();
        if (begun == type.equals("initial")) {
            surprises.add(frame.toString());
        }
        begun = true;
        switch (type) {
            case "initial" -> {
                lists.put("checkIns", byId(frame.get("checkIns")));
                lists.put("events", byId(frame.get("events")));
            }
            case "checkIns", "events" -> lists.put(type, byId(frame.get("data")));
            default -> surprises.add(frame.toString());
        }
    }

    private static Map<String, ObjectNode> byId(JsonNode things) {
        Map<String, ObjectNode> byId = new TreeMap<>();
        things.forEach(thing -> byId.put(thing.get("id").stringValue(), thing.asObject()));
        return byId;
    }

    @Override
    public void cut() {}

    @Override
    public Optional<String> position() {
        return Optional.empty();
    }

    @Override
    public Map<String, Map<String, ObjectNode>> shown() {
        return lists;
    }

    @Override
    public List<String> surprises() {
        return surprises;
    }
}

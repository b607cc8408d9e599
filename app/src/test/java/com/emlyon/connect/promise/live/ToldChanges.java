package com.emlyon.connect.promise.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The snapshot and what has changed since, kept as a page would be written. */
public final class ToldChanges implements Told {

    private final Map<String, ObjectNode> checkIns = new TreeMap<>();
    private final Map<String, ObjectNode> events = new TreeMap<>();
    private final List<JsonNode> commit = new ArrayList<>();
    private final List<String> surprises = new ArrayList<>();
    private Optional<String> position = Optional.empty();
    private int snapshots;
    private int resumed;
    private boolean justConnected;

    @Override
    public void connected() {
        justConnected = position.isPresent();
    }

    @Override
    public void cut() {
        // Half of a commit is nothing from where one could go on.
        commit.clear();
    }

    @Override
    public Optional<String> position() {
        return position;
    }

    int snapshots() {
        return snapshots;
    }

    int resumed() {
        return resumed;
    }

    @Override
    public List<String> surprises() {
        return surprises;
    }

    @Override
    public Map<String, Map<String, ObjectNode>> shown() {
        return Map.of("checkIns", checkIns, "events", events);
    }

    @Override
    public void take(JsonNode frame) {
        commit.add(frame);
        if (!frame.has("more")) {
            commit.forEach(this::apply);
            commit.clear();
            position = Optional.of(frame.get("position").stringValue());
        }
    }

    private void apply(JsonNode frame) {
        String type = frame.get("type").stringValue();
        if (justConnected && !type.equals("snapshot")) {
            resumed++;
        }
        justConnected = false;
        switch (type) {
            case "snapshot" -> beginAnew(frame);
            case "heartbeat" -> {}
            case "added" -> added(frame, frame.get("data"));
            case "changed" -> changed(frame, frame.get("data"));
            case "removed" -> removed(frame, frame.get("data"));
            default -> surprises.add(frame.toString());
        }
    }

    private void beginAnew(JsonNode snapshot) {
        snapshots++;
        checkIns.clear();
        events.clear();
        snapshot.get("checkIns").forEach(checkIn -> checkIns.put(id(checkIn), checkIn.asObject()));
        snapshot.get("events").forEach(event -> events.put(id(event), event.asObject()));
    }

    private void added(JsonNode frame, JsonNode data) {
        switch (entity(frame)) {
            case "checkIn" -> surprising(frame, checkIns.put(id(data), data.asObject()) != null);
            case "event" -> surprising(frame, events.put(id(data), data.asObject()) != null);
            case "attendee" -> {
                ArrayNode attendees = attendees(data);
                surprising(frame, indexOf(attendees, data.at("/user/id").stringValue()) >= 0);
                attendees.add(data.get("user"));
            }
            case "user" -> {}
            default -> surprises.add(frame.toString());
        }
    }

    private void changed(JsonNode frame, JsonNode data) {
        switch (entity(frame)) {
            case "checkIn" -> surprising(frame, checkIns.put(id(data), data.asObject()) == null);
            case "event" -> surprising(frame, events.put(id(data), data.asObject()) == null);
            case "user" -> {
                checkIns.values().forEach(checkIn -> patch(checkIn.get("user"), data));
                events.values().forEach(event -> {
                    patch(event.get("creator"), data);
                    event.get("attendees").forEach(attendee -> patch(attendee, data));
                });
            }
            default -> surprises.add(frame.toString());
        }
    }

    private void removed(JsonNode frame, JsonNode data) {
        switch (entity(frame)) {
            case "checkIn" -> surprising(frame, checkIns.remove(id(data)) == null);
            case "event" -> surprising(frame, events.remove(id(data)) == null);
            case "attendee" -> {
                ArrayNode attendees = attendees(data);
                int index = indexOf(attendees, data.get("userId").stringValue());
                surprising(frame, index < 0);
                if (index >= 0) {
                    attendees.remove(index);
                }
            }
            case "user" -> {}
            default -> surprises.add(frame.toString());
        }
    }

    private void surprising(JsonNode frame, boolean isSurprising) {
        if (isSurprising) {
            surprises.add(frame.toString());
        }
    }

    private ArrayNode attendees(JsonNode data) {
        String id = data.get("eventId").stringValue();
        return Optional.ofNullable(events.get(id))
                .orElseThrow(() -> new AssertionError("No such event: " + data))
                .get("attendees")
                .asArray();
    }

    private static int indexOf(ArrayNode attendees, String student) {
        for (int i = 0; i < attendees.size(); i++) {
            if (id(attendees.get(i)).equals(student)) {
                return i;
            }
        }
        return -1;
    }

    private static void patch(JsonNode student, JsonNode changed) {
        if (id(student).equals(id(changed))) {
            student.propertyNames().forEach(name -> student.asObject().set(name, changed.get(name)));
        }
    }

    private static String entity(JsonNode frame) {
        return frame.get("entity").stringValue();
    }

    private static String id(JsonNode thing) {
        return thing.get("id").stringValue();
    }
}

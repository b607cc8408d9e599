package com.emlyon.connect.promise.rebuild;

import com.emlyon.connect.contract.Answer;
import com.emlyon.connect.promise.process.LoadBalancer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Reads one of the lists that every student sees, with the token of one of them. */
final class ReaderOverHttp implements Reader {

    private static final Predicate<JsonNode> ANY = item -> true;

    private final LoadBalancer nodes;
    private final String token;
    private final Shown shown;

    /** Reads one list or another, in turn for each number. */
    ReaderOverHttp(LoadBalancer nodes, String token, int number) {
        this.nodes = nodes;
        this.token = token;
        this.shown = Shown.values()[number % Shown.values().length];
    }

    @Override
    public Set<String> kinds() {
        return shown.kinds;
    }

    @Override
    public Map<String, Integer> read() {
        Answer answer =
                nodes.send(client -> client.get(shown.path).bearer(token)).answer();
        Map<String, Integer> found = new HashMap<>();
        answer.items(ANY).forEach(item -> note(item, found));
        return found;
    }

    private void note(JsonNode item, Map<String, Integer> found) {
        String id = item.get("id").stringValue();
        switch (shown) {
            case EVENTS -> {
                found.put("event " + id, markAt(item, "title"));
                item.get("attendees")
                        .valueStream()
                        .forEach(student -> found.put(
                                "attends %s %s".formatted(id, student.get("id").stringValue()), 1));
            }
            case CHECK_INS -> found.put("check-in " + item.at("/user/id").stringValue(), markAt(item, "locationName"));
            case ACCOUNTS -> found.put("account " + id, markAt(item, "name"));
        }
    }

    private static int markAt(JsonNode item, String field) {
        return Marks.in(item.get(field).stringValue());
    }

    /** What can be read. */
    private enum Shown {
        EVENTS("/api/events", Set.of("event", "attends")),
        CHECK_INS("/api/checkins", Set.of("check-in")),
        ACCOUNTS("/api/users", Set.of("account"));

        private final String path;
        private final Set<String> kinds;

        Shown(String path, Set<String> kinds) {
            this.path = path;
            this.kinds = kinds;
        }
    }
}

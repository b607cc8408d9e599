package com.emlyon.connect.promise.rebuild;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What everybody has to see from now on: everything that is written carries a mark that only grows, noted here when it was
 * acknowledged or read. The first word of a key says what kind of thing it is.
 */
final class Marks {

    private final Map<String, Integer> reached = new ConcurrentHashMap<>();

    /** The mark that something carries which readers see. */
    static int in(String text) {
        return Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
    }

    void reached(String key, int mark) {
        reached.merge(key, mark, Math::max);
    }

    /** What a reader who begins now must find of these kinds. */
    Map<String, Integer> of(Set<String> kinds) {
        Map<String, Integer> wanted = new HashMap<>();
        reached.forEach((key, mark) -> {
            if (kinds.contains(key.substring(0, key.indexOf(' ')))) {
                wanted.put(key, mark);
            }
        });
        return wanted;
    }

    /** Notes what a reader has found, and says what it should have found as well. */
    List<String> missing(Map<String, Integer> wanted, Map<String, Integer> found) {
        found.forEach(this::reached);
        return wanted.entrySet().stream()
                .filter(entry -> found.getOrDefault(entry.getKey(), -1) < entry.getValue())
                .map(entry -> "%s instead of %s".formatted(found.get(entry.getKey()), entry))
                .toList();
    }
}

package com.emlyon.connect.bench.feed;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured.
 *
 * @param base scheme, host and port of the service
 * @param pid its process
 * @param tokens where the tokens of the students are kept between runs against the same data
 * @param students as many check-ins are in view
 * @param clients as many are connected
 * @param mode what they ask for
 * @param neverReading the share of clients, in percent, that never read
 * @param changes as many are made in each part
 * @param perSecond how many are made in a second; 0 when the next one waits until everybody has been told
 * @param warmUp as many are made before
 * @param compressed whether clients offer compression; then messages are counted, not looked into
 */
public record Plan(
        URI base,
        long pid,
        Path tokens,
        int students,
        int clients,
        Mode mode,
        int neverReading,
        int changes,
        double perSecond,
        int warmUp,
        boolean compressed) {

    /** What clients ask for. */
    public enum Mode {
        LISTS,
        CHANGES,
        BOTH;

        /** What the client of a number asks for. */
        Mode of(int client) {
            return switch (this) {
                case LISTS, CHANGES -> this;
                case BOTH -> client % 2 == 0 ? LISTS : CHANGES;
            };
        }
    }

    /** Reads {@code --name value} pairs. */
    static Plan of(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        Plan plan = new Plan(
                URI.create(given.getOrDefault("--base", "http://localhost:3001")),
                number(given, "--pid", 0),
                Path.of(given.getOrDefault("--tokens", "bench-tokens.txt")),
                number(given, "--students", 1_000),
                number(given, "--clients", 1_000),
                Mode.valueOf(given.getOrDefault("--mode", "changes").toUpperCase(Locale.ROOT)),
                number(given, "--never-reading", 0),
                number(given, "--changes", 50),
                Optional.ofNullable(given.get("--per-second"))
                        .map(Double::valueOf)
                        .orElse(0.0),
                number(given, "--warm-up", 20),
                Boolean.parseBoolean(given.getOrDefault("--compressed", "false")));
        if (plan.compressed && plan.perSecond > 0) {
            throw new IllegalArgumentException("What is compressed can only be counted one after the other");
        }
        return plan;
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return Optional.ofNullable(given.get(name)).map(Integer::valueOf).orElse(otherwise);
    }

    int readers() {
        return clients - clients * neverReading / 100;
    }

    List<Mode> kinds() {
        return mode == Mode.BOTH ? List.of(Mode.LISTS, Mode.CHANGES) : List.of(mode);
    }
}

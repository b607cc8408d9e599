package com.emlyon.connect.bench.table;

import com.emlyon.connect.bench.part.Scale;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be measured.
 *
 * @param installations the folders of the programs that are measured beside each other
 * @param scale how much
 * @param parts which parts of the table
 */
record Options(List<Path> installations, Scale scale, Set<String> parts) {

    static final String STARTS = "starts";
    static final String LISTS = "lists";
    static final String WRITES = "writes";
    static final String FEED = "feed";
    static final String APPENDS = "appends";
    static final String REBUILD = "rebuild";

    private static final Set<String> OF_THE_INSIDES = Set.of(APPENDS, REBUILD);
    private static final List<String> ALL = List.of(STARTS, LISTS, WRITES, FEED, APPENDS, REBUILD);
    private static final Set<String> NAMES =
            Set.of("--installations", "--parts", "--scale", "--rounds", "--seconds", "--students", "--events");

    /**
     * Reads {@code --name value} pairs: {@code --installations}, {@code --parts}, both with commas between, {@code --scale} full or short, {@code --rounds}, {@code --seconds},
     * {@code --students}, {@code --events}.
     *
     * @throws IllegalArgumentException when a name or a part is none of these
     */
    static Options of(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(oneOf(NAMES, arguments[i]), arguments[i + 1]);
        }
        List<Path> installations = Arrays.stream(given.getOrDefault("--installations", "app/target/connect")
                        .split(","))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .toList();
        Set<String> parts = Arrays.stream(
                        given.getOrDefault("--parts", String.join(",", ALL)).split(","))
                .map(part -> oneOf(ALL, part))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Scale scale = given.getOrDefault("--scale", "full").equals("short") ? Scale.SHORT : Scale.FULL;
        return new Options(installations, scaled(scale, given), parts);
    }

    private static String oneOf(Collection<String> known, String given) {
        if (!known.contains(given)) {
            throw new IllegalArgumentException("%s is none of %s".formatted(given, known));
        }
        return given;
    }

    /** Whether a part is measured of running services. */
    boolean needsServices() {
        return !OF_THE_INSIDES.containsAll(parts);
    }

    /** The same of these two installations. */
    Options between(Path first, Path second) {
        return new Options(List.of(first, second), scale, parts);
    }

    /** The same without what needs the insides of a service. */
    Options ofServices() {
        return new Options(
                installations,
                scale,
                parts.stream().filter(part -> !OF_THE_INSIDES.contains(part)).collect(Collectors.toSet()));
    }

    private static Scale scaled(Scale scale, Map<String, String> given) {
        return new Scale(
                Integer.parseInt(given.getOrDefault("--rounds", String.valueOf(scale.rounds()))),
                Double.parseDouble(given.getOrDefault("--seconds", String.valueOf(scale.seconds()))),
                Integer.parseInt(given.getOrDefault("--students", String.valueOf(scale.students()))),
                Integer.parseInt(given.getOrDefault("--events", String.valueOf(scale.events()))),
                scale.attendees(),
                scale.listClients(),
                scale.changeClients(),
                scale.facts());
    }
}

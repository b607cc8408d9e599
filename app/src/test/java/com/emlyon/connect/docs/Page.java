package com.emlyon.connect.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the folder {@code docs}, as a test reads it. */
record Page(Path file, String text) {

    private static final Pattern LINK = Pattern.compile("(?m)^\\[([^]]+)]: (\\S+)$");
    private static final Pattern MENTION = Pattern.compile("\\[([^]\\n]+\\.(?:java|sql))](?!\\()");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+?) +\\| (`[^|]+`) +\\|$");
    private static final Pattern SCRIPT = Pattern.compile("(?s)```js\n// (\\S+)\n(.*?)```");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    static Page named(String name) {
        Path file = root().resolve("docs").resolve(name);
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The folder of the project, whether tests run in it or in one of its modules. */
    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow();
    }

    /** The files that the page links to, by the text of the link. */
    Map<String, Path> files() {
        Map<String, Path> files = new LinkedHashMap<>();
        LINK.matcher(text)
                .results()
                .forEach(link -> files.put(
                        link.group(1), file.resolveSibling(link.group(2)).normalize()));
        return files;
    }

    /** The names of sources that stand in brackets somewhere in the text. */
    List<String> mentions() {
        return MENTION.matcher(text)
                .results()
                .map(mention -> mention.group(1))
                .distinct()
                .toList();
    }

    /** The scripts on the page, by the name in the first line of each. */
    Map<String, String> scripts() {
        Map<String, String> scripts = new LinkedHashMap<>();
        SCRIPT.matcher(text).results().forEach(script -> scripts.put(script.group(1), script.group(2)));
        return scripts;
    }

    /** The names in the row that is headed so in a table of two columns. */
    List<String> names(String heading) {
        return ROW.matcher(text)
                .results()
                .filter(row -> row.group(1).equals(heading))
                .flatMap(row -> NAME.matcher(row.group(2)).results())
                .map(name -> name.group(1))
                .toList();
    }

    /** The only name in the row that is headed so. */
    String name(String heading) {
        List<String> names = names(heading);
        if (names.size() != 1) {
            throw new AssertionError("%s names %s as %s".formatted(file.getFileName(), names, heading));
        }
        return names.getFirst();
    }
}

package com.emlyon.connect.promise.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of small text files beside the tests, each with one line break at its end. */
record Kept(String folder, String ending) {

    /** What each version of each fact looks like in the store. */
    static final Kept FACTS = new Kept("facts", ".json");

    /** How to notice that one of these was changed. */
    static final Kept CHECKSUMS = new Kept("facts", ".txt");

    /** What each version of everything that is stored consists of. */
    static final Kept SHAPES = new Kept("shapes", ".txt");

    /** The names of the files, without their ending. */
    List<String> names() {
        try (Stream<Path> files = Files.list(path())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ending))
                    .map(file -> file.substring(0, file.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text of a file without the line break at its end; empty when there is no such file. */
    Optional<String> text(String name) {
        Path file = path().resolve(name + ending);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).stripTrailing()) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Leaves a proposal for a file where the build leaves all that it makes, and says where it lies. */
    String propose(String name, String text) {
        Path file = Path.of("target", folder, name + ending);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n");
            return "app/" + file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Where the folder lies in the project, for those who have to add a file. */
    String home() {
        return "app/" + path();
    }

    /** In the sources, so that a file that was deleted is missed at once, and not only after the next clean build. */
    private Path path() {
        return Path.of("src/test/resources", Kept.class.getPackageName().replace('.', '/'), folder);
    }
}

package com.emlyon.connect.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/glossary.md} names types that exist, and is short enough to be read. */
class GlossaryTest {

    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");

    private final Page glossary = Page.named("glossary.md");

    @Test
    void everyTypeItNamesExistsOnce() {
        Set<String> named = TYPE.matcher(glossary.text())
                .results()
                .map(type -> type.group(1))
                .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(20);
        List<String> types = types();
        assertThat(named).allSatisfy(name -> assertThat(types).containsOnlyOnce(name));
    }

    @Test
    void itHasFewerThanSixtyLines() {
        assertThat(glossary.text().lines()).hasSizeLessThan(60);
    }

    /** The names of the files of all modules that the service is made of. */
    private static List<String> types() {
        return Stream.concat(
                        Stream.of("shared-api", "command-side", "query-side", "app")
                                .map(Page.root()::resolve),
                        platform().stream())
                .map(module -> module.resolve("src").resolve("main").resolve("java"))
                .flatMap(GlossaryTest::files)
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java"))
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .toList();
    }

    private static List<Path> platform() {
        try (Stream<Path> folders = Files.list(Page.root().resolve("platform"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

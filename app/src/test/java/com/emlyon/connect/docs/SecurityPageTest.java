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

/** docs/security.md: what it calls proven is proven by a test that exists. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT)(?:\\.\\w+)?)`");
    private static final Pattern ITEM = Pattern.compile("(?m)^\\| ([0-9., ]+) \\| ([12, ]+) \\|.*\\| (.+) \\|$");

    private static final Pattern TEST = Pattern.compile("\\w+(?:Test|IT)\\.java");
    private static final Pattern METHOD = Pattern.compile("(?m)^ +void (\\w+)\\(");

    private final Page page = Page.named("security.md");

    @Test
    void everyTestThatItNamesExists() {
        Set<String> existing = tests().flatMap(SecurityPageTest::names).collect(Collectors.toSet());
        List<String> named =
                NAMED.matcher(page.text()).results().map(name -> name.group(1)).toList();

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(existing).containsAll(named);
    }

    /** The sources of the tests of all modules, because the classes of other modules' tests are not on the class path. */
    private static Stream<Path> tests() {
        return Stream.of(Page.root(), Page.root().resolve("platform"))
                .flatMap(folder -> found(folder, 1))
                .map(module -> module.resolve("src").resolve("test").resolve("java"))
                .filter(Files::isDirectory)
                .flatMap(sources -> found(sources, Integer.MAX_VALUE))
                .filter(file -> TEST.matcher(file.getFileName().toString()).matches());
    }

    private static Stream<Path> found(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> names(Path test) {
        String name = test.getFileName().toString().replace(".java", "");
        try {
            return Stream.concat(
                    Stream.of(name),
                    METHOD.matcher(Files.readString(test)).results().map(method -> name + "." + method.group(1)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void everyItemSaysHowItStands() {
        List<String> standings =
                ITEM.matcher(page.text()).results().map(item -> item.group(3)).toList();

        assertThat(standings)
                .hasSizeGreaterThan(80)
                .allSatisfy(standing ->
                        assertThat(standing).containsPattern("`\\w+(Test|IT)|^(not )?done|^partly|\\[.+]\\("));
    }
}

package com.emlyon.connect.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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

    private final Page page = Page.named("security.md");

    @Test
    void everyTestThatItNamesExists() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(location ->
                        new ImportOption.OnlyIncludeTests().includes(location) || location.contains("-tests.jar"))
                .importPackages("com.emlyon.connect", "com.emlyon.platform");
        Set<String> existing = tests.stream().flatMap(SecurityPageTest::names).collect(Collectors.toSet());
        List<String> named =
                NAMED.matcher(page.text()).results().map(name -> name.group(1)).toList();

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(existing).containsAll(named);
    }

    private static Stream<String> names(JavaClass test) {
        return Stream.concat(
                Stream.of(test.getSimpleName()),
                test.getMethods().stream().map(JavaMember::getName).map(name -> test.getSimpleName() + "." + name));
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

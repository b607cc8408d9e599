package com.emlyon.connect.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the build promises to those who run it. */
class BuildTest {

    /** Those of a service alone; CONNECT_, EVENT_STORE_ and PROJECTIONS_ begin the names of fine settings, and POSTGRES_ those of another program. */
    private static final Pattern OPERATORS_VARIABLE =
            Pattern.compile("(?m)^[ #]*((?!CONNECT_|EVENT_STORE_|PROJECTIONS_|POSTGRES_)[A-Z][A-Z0-9_]+)=");

    private static final String EXCLUDED = "<variable>%s</variable>";

    @Test
    void noVariableThatTheBuilderHasSetForAServiceReachesUnitOrIntegrationTests() throws IOException {
        String build = Files.readString(Page.root().resolve("pom.xml"));
        List<String> variables = OPERATORS_VARIABLE
                .matcher(Files.readString(Page.root().resolve(".env.example")))
                .results()
                .map(line -> line.group(1))
                .toList();

        assertThat(variables)
                .contains("PORT", "MANAGEMENT_PORT", "DATA_DIR")
                .allSatisfy(variable -> assertThat(build.split(Pattern.quote(EXCLUDED.formatted(variable)), -1))
                        .as("those parts of pom.xml around exclusions of %s", variable)
                        .hasSize(3));
    }
}

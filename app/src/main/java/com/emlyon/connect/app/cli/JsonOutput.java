package com.emlyon.connect.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints the result of a command for programs: one JSON document on one line of the standard output. Mixed into the
 * commands that offer it.
 */
@Command // picocli ignores a mixin that has neither this annotation nor an option
final class JsonOutput {

    @Option(names = "--json", description = "Print one JSON document for programs.")
    private boolean wanted;

    boolean isWanted() {
        return wanted;
    }

    void print(PrintWriter out, Object document) {
        JsonMapper json = JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
        out.println(json.writeValueAsString(document));
        out.flush();
    }
}

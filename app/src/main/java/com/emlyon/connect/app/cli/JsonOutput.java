package com.emlyon.connect.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers of a command for programs: one line with one JSON document on the standard output. Mixed into commands that have any. */
@Command // picocli mixes nothing in that has neither this nor an option
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

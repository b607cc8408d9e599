package com.emlyon.connect.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** How the service is started. */
final class ServeOptions {

    @Option(names = "--demo", description = "Add demo data: five students, four check-ins, four coming events.")
    private boolean demo;

    @Unmatched
    private final List<String> springArguments = new ArrayList<>();

    void serve(SpringApplicationBuilder application) {
        if (demo) {
            springArguments.add("--connect.demo=true");
        }
        application.run(springArguments.toArray(String[]::new));
    }
}

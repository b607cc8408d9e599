package com.emlyon.connect.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Option;

/** How the service is started. */
final class ServeOptions {

    @Option(names = "--demo", description = "Add demo data: five students, four check-ins, four coming events.")
    private boolean demo;

    /** Starts the service; everything that is no option of ours is meant for Spring. */
    void serve(SpringApplicationBuilder application, List<String> springArguments) {
        List<String> all = new ArrayList<>(springArguments);
        if (demo) {
            all.add("--connect.demo=true");
        }
        application.run(all.toArray(String[]::new));
    }
}

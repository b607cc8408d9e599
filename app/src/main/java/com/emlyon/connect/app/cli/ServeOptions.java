package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.startup.StartChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the service; arguments that are not options of the command are passed to Spring. */
final class ServeOptions {

    /** The setting that requests demo data; in production the service refuses to start with it. */
    static final String DEMO_DATA = "--connect.demo=true";

    private final Supplier<SpringApplicationBuilder> application;

    @Option(names = "--demo", description = "Add demo data: five students, four check-ins, four coming events.")
    private boolean demo;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    ServeOptions(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    /** Starts the service. */
    void serve() {
        List<String> all = new ArrayList<>(command.commandLine().getUnmatchedArguments());
        if (demo) {
            all.add(DEMO_DATA);
        }
        start(application, all);
    }

    /** Starts the service with these arguments for Spring, and returns its context. */
    static ConfigurableApplicationContext start(
            Supplier<SpringApplicationBuilder> application, List<String> arguments) {
        return application.get().initializers(new StartChecks()).run(arguments.toArray(String[]::new));
    }
}

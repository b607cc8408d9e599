package com.emlyon.connect.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The application without its web server, for a command that works beside the service or in its place, and says little.
 * Mixed into such a command; what is no option of the command is meant for Spring.
 */
@Command // picocli mixes nothing in that has neither this nor an option
final class Aside {

    private static final String QUIETLY = "logging.level.root=warn";
    private static final String LOOKING = "--connect.at-work=false";

    private final Supplier<SpringApplicationBuilder> application;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    Aside(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    /** Starts it as a node that does what all nodes do: it follows history, and takes rebuilds on. */
    ConfigurableApplicationContext working() {
        return started(commandLine().getUnmatchedArguments());
    }

    /** Starts it for somebody who looks, or asks others to do something; by itself it does nothing. */
    ConfigurableApplicationContext looking() {
        List<String> all = new ArrayList<>(commandLine().getUnmatchedArguments());
        all.add(LOOKING);
        return started(all);
    }

    private ConfigurableApplicationContext started(List<String> arguments) {
        return application
                .get()
                .web(WebApplicationType.NONE)
                .properties(QUIETLY)
                .logStartupInfo(false)
                .run(arguments.toArray(String[]::new));
    }

    /** The command as it was called. */
    CommandLine commandLine() {
        return command.commandLine();
    }

    /** Where the command says what it has found or done. */
    PrintWriter out() {
        return commandLine().getOut();
    }
}

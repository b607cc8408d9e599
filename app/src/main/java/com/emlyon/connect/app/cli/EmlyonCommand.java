package com.emlyon.connect.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** What the runnable jar can do; without a command it serves. */
@Command(
        name = "emlyon-connect",
        description = "The backend of emlyon connect. Without a command it serves.",
        mixinStandardHelpOptions = true)
public final class EmlyonCommand implements Runnable {

    private final Supplier<SpringApplicationBuilder> application;

    @Mixin
    private final ServeOptions options = new ServeOptions();

    @Unmatched
    private final List<String> springArguments = new ArrayList<>();

    private EmlyonCommand(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    /** The command line over an application that it starts as needed; its exit code tells whether all went well. */
    public static CommandLine over(Supplier<SpringApplicationBuilder> application) {
        return new CommandLine(new EmlyonCommand(application))
                .addSubcommand(new Serve(application))
                .addSubcommand(new Seed(application))
                .addSubcommand(new ListProjections(application))
                .addSubcommand(new RebuildProjections(application))
                .addSubcommand(new Parked(application))
                .addSubcommand(new Retry(application))
                .addSubcommand(new Discard(application))
                .addSubcommand(new Verify(application))
                // Spring has already said what went wrong.
                .setExecutionExceptionHandler((failure, command, parsed) -> CommandLine.ExitCode.SOFTWARE);
    }

    @Override
    public void run() {
        options.serve(application.get(), springArguments);
    }
}

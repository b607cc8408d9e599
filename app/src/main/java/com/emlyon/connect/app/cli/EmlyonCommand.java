package com.emlyon.connect.app.cli;

import com.emlyon.platform.eventstore.append.WriteNotStored;
import com.emlyon.platform.eventstore.append.WriteOutcomeUnknown;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands of the runnable jar; without a command it starts the service. */
@Command(
        name = "emlyon-connect",
        description = "The backend of emlyon connect. Without a command it serves.",
        mixinStandardHelpOptions = true)
public final class EmlyonCommand implements Runnable {

    @Mixin
    private final ServeOptions options;

    private EmlyonCommand(Supplier<SpringApplicationBuilder> application) {
        this.options = new ServeOptions(application);
    }

    /**
     * The command line of an application, which commands start when they need it; its exit code says whether they
     * succeeded.
     */
    public static CommandLine over(Supplier<SpringApplicationBuilder> application) {
        CommandLine root = new CommandLine(new EmlyonCommand(application))
                .addSubcommand(new Serve(application))
                .addSubcommand(new Seed(application))
                .addSubcommand(new ListProjections(application))
                .addSubcommand(new RebuildProjections(application))
                .addSubcommand(new Parked(application))
                .addSubcommand(new Retry(application))
                .addSubcommand(new Discard(application))
                .addSubcommand(new Verify(application))
                .addSubcommand(new CheckAudit(application))
                .addSubcommand(new Forget(application))
                .addSubcommand(new ShowHistory(application))
                .addSubcommand(SessionCommands.over(application))
                .addSubcommand(new CheckConfiguration())
                .addSubcommand(new BackUp(application))
                .addSubcommand(new RestoreBackup(application))
                .addSubcommand(new RotateKey(application))
                .addSubcommand(new Install())
                .addSubcommand(new TrainAotCache(application))
                .setUnmatchedArgumentsAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> ended(failure, command));
        root.getCommandSpec().versionProvider(EmlyonCommand::version);
        root.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(EmlyonCommand::version));
        return root.setExecutionStrategy(new SpringArguments(root.getExecutionStrategy()));
    }

    /** The version of the jar; classes in a folder have none. */
    private static String[] version() {
        String version = Objects.requireNonNullElse(
                EmlyonCommand.class.getPackage().getImplementationVersion(), "built from sources");
        return new String[] {"emlyon connect %s, Java %s".formatted(version, Runtime.version())};
    }

    private static int ended(Exception failure, CommandLine command) {
        command.getErr().println(sentence(failure));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String sentence(Exception failure) {
        return switch (failure) {
            case CommandFailed notDone -> String.valueOf(notDone.getMessage());
            case WriteNotStored notStored -> "Nothing was stored: the database did not take it in time. Try again";
            case WriteOutcomeUnknown unknown -> "The database was lost: look whether it was done before you try again";
            default -> Failed.reason(failure);
        };
    }

    @Override
    public void run() {
        options.serve();
    }
}

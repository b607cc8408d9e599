package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.installation.AotCache;
import com.emlyon.connect.app.installation.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * {@code train}: the training run of {@code install}: starts the service and runs commands, while the JVM records what
 * they need.
 */
@Command(name = TrainAotCache.NAME, hidden = true, description = "For install: start the service, use it, and end.")
final class TrainAotCache implements Callable<Integer> {

    static final String NAME = "train";

    /** Short commands, for which an operator waits. */
    private static final List<List<String>> COMMANDS =
            List.of(List.of("projections"), List.of("parked", "check-ins"), List.of("check"));

    private final Supplier<SpringApplicationBuilder> application;

    TrainAotCache(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!AotCache.isTrainingRun()) {
            throw new CommandFailed("Only install does a training run: it leaves an account behind");
        }
        try (var service = ServeOptions.start(application, List.of())) {
            int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            TrainingRun.on(URI.create("http://localhost:" + port));
            for (List<String> command : COMMANDS) {
                int exitCode = EmlyonCommand.over(application)
                        .setOut(new PrintWriter(Writer.nullWriter()))
                        .execute(command.toArray(String[]::new));
                if (exitCode != ExitCode.OK) {
                    throw new CommandFailed("%s ended with %d".formatted(command, exitCode));
                }
            }
        }
        return ExitCode.OK;
    }
}

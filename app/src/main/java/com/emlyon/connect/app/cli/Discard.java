package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.parking.ParkedStreams;
import com.emlyon.connect.query.follow.Retried;
import com.emlyon.connect.query.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code discard}: does without a fact that a projection could not digest. */
@Command(
        name = "discard",
        description = "Do without a parked fact, until the next rebuild, and take up what waits behind it.",
        mixinStandardHelpOptions = true)
final class Discard implements Callable<Integer> {

    private final Supplier<SpringApplicationBuilder> application;

    @Parameters(index = "0", paramLabel = "PROJECTION", description = "Such as check-ins.")
    private String projection = "";

    @Parameters(index = "1", paramLabel = "POSITION", description = "The parked fact.")
    private long position;

    @Option(names = "--stream", description = "Do without everything of its stream that is parked.")
    private boolean stream;

    @Unmatched
    private final List<String> springArguments = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    Discard(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try (var service = Aside.looking(application.get(), springArguments)) {
            return work(service);
        }
    }

    private int work(ApplicationContext service) {
        ParkedStreams streams = service.getBean(ParkedStreams.class);
        Optional<Projection> known = streams.projection(projection);
        if (known.isEmpty()) {
            spec.commandLine().getErr().println("There is no projection " + projection);
            return CommandLine.ExitCode.SOFTWARE;
        }
        Optional<Retried> result = streams.discard(known.get(), position, stream);
        if (result.isEmpty()) {
            spec.commandLine().getErr().printf("%s has parked no fact at position %d%n", projection, position);
            return CommandLine.ExitCode.SOFTWARE;
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%d digested, %d still parked%n",
                        result.get().digested(), result.get().parked());
        return CommandLine.ExitCode.OK;
    }
}

package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.parking.ParkedFact;
import com.emlyon.connect.app.parking.ParkedFacts;
import com.emlyon.connect.app.parking.ParkedStreams;
import com.emlyon.connect.query.projection.Projection;
import java.io.PrintWriter;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code parked}: lists what a projection could not digest. */
@Command(
        name = "parked",
        description = "List the facts that a projection could not digest, and those that wait behind them.",
        mixinStandardHelpOptions = true)
final class Parked implements Callable<Integer> {

    private final Supplier<SpringApplicationBuilder> application;

    @Parameters(index = "0", paramLabel = "PROJECTION", description = "Such as check-ins.")
    private String projection = "";

    @Unmatched
    private final List<String> springArguments = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    Parked(Supplier<SpringApplicationBuilder> application) {
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
        PrintWriter out = spec.commandLine().getOut();
        List<ParkedFact> parked = service.getBean(ParkedFacts.class).of(projection);
        for (ParkedFact fact : parked) {
            out.printf(
                    "%d  %s  %s  %s%s%n",
                    fact.position(),
                    fact.type(),
                    fact.stream(),
                    fact.failure() == null ? "waits for the one before it" : fact.failure(),
                    fact.serving() ? "" : "  (generation %d, being built)".formatted(fact.generation()));
        }
        if (parked.isEmpty()) {
            out.println("Nothing is parked");
        }
        return CommandLine.ExitCode.OK;
    }
}

package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.parking.ParkedFact;
import com.emlyon.connect.app.parking.ParkedFacts;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parked}: lists the facts that a projection could not apply, and those that wait behind them. */
@Command(
        name = "parked",
        description = "List the facts that a projection could not apply, and those that wait behind them.",
        mixinStandardHelpOptions = true)
final class Parked implements Runnable {

    @Mixin
    private final HeadlessContext headless;

    @Mixin
    private final NamedProjection named = new NamedProjection();

    @Mixin
    private final JsonOutput json = new JsonOutput();

    Parked(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public void run() {
        try (var service = headless.looking(Part.FACTS, Part.PROJECTIONS, Part.PARKING)) {
            List<ParkedFact> parked =
                    service.getBean(ParkedFacts.class).of(named.in(service).name());
            if (json.isWanted()) {
                json.print(headless.out(), parked);
                return;
            }
            parked.forEach(fact -> headless.out().println(line(fact)));
            if (parked.isEmpty()) {
                headless.out().println("Nothing is parked");
            }
        }
    }

    private static String line(ParkedFact fact) {
        return "%d  %s  %s  %s%s"
                .formatted(
                        fact.position(),
                        fact.type(),
                        fact.stream(),
                        fact.failure() == null ? "waits for the one before it" : fact.failure(),
                        fact.serving() ? "" : "  (generation %d, being built)".formatted(fact.generation()));
    }
}

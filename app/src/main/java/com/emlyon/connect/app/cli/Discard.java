package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code discard}: discards a fact that a projection could not apply; the views lack it until the next rebuild. */
@Command(
        name = "discard",
        description = "Do without a parked fact, until the next rebuild, and take up what waits behind it.",
        mixinStandardHelpOptions = true)
final class Discard implements Runnable {

    @Mixin
    private final HeadlessContext headless;

    @Mixin
    private final TakingUp takingUp = new TakingUp();

    @Parameters(index = "1", paramLabel = "POSITION", description = "The parked fact.")
    private long position;

    @Option(names = "--stream", description = "Do without everything of its stream that is parked.")
    private boolean stream;

    Discard(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public void run() {
        takingUp.with(
                headless,
                Note.of(Kind.PARKED_DISCARDED).with("position", position).with("wholeStream", stream),
                (streams, projection) ->
                        TakingUp.found(streams.discard(projection, position, stream), projection, position));
    }
}

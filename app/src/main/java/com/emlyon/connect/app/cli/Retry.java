package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code retry}: tries again to apply the facts that a projection could not apply. */
@Command(
        name = "retry",
        description = "Take up parked facts again, all of them or those of one stream; what fails again stays parked.",
        mixinStandardHelpOptions = true)
final class Retry implements Runnable {

    @Mixin
    private final HeadlessContext headless;

    @Mixin
    private final TakingUp takingUp = new TakingUp();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "POSITION",
            description = "A parked fact, whose stream is taken up; without it all are.")
    private @Nullable Long position;

    Retry(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public void run() {
        Note note = Note.of(Kind.PARKED_RETRIED);
        takingUp.with(
                headless,
                position == null ? note : note.with("position", position),
                (streams, projection) -> position == null
                        ? streams.retryAll(projection)
                        : TakingUp.found(streams.retry(projection, position), projection, position));
    }
}

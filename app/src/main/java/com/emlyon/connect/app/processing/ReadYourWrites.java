package com.emlyon.connect.app.processing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes an answer wait until those who follow history have seen what it confirms. */
@Component
public class ReadYourWrites {

    /** Longer than any projection should need; a client that waited more would think the service is gone. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final ReadPositions positions;
    private final Timer waits;
    private final Counter late;

    ReadYourWrites(ReadPositions positions, MeterRegistry meters) {
        this.positions = positions;
        this.waits = Timer.builder("connect.read.your.writes")
                .description("How long answers wait for the views")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        this.late = meters.counter("connect.read.your.writes.late");
    }

    /** Waits for the processors to pass the position; false when one of them is late. */
    public boolean await(long position, String... processors) {
        Timer.Sample sample = Timer.start();
        boolean reached = reached(position, processors);
        sample.stop(waits);
        if (!reached) {
            late.increment();
        }
        return reached;
    }

    private boolean reached(long position, String... processors) {
        try {
            return positions.await(position, LIMIT, List.of(processors));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

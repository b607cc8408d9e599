package com.emlyon.connect.app.processing;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes an answer wait until those who follow history have seen what it confirms. */
@Component
public class ReadYourWrites {

    /** Longer than any projection should need; a client that waited more would think the service is gone. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final ReadPositions positions;

    ReadYourWrites(ReadPositions positions) {
        this.positions = positions;
    }

    /** Waits for the processors to pass the position; false when one of them is late. */
    public boolean await(long position, String... processors) {
        try {
            return positions.await(position, LIMIT, List.of(processors));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

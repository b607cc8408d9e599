package com.emlyon.connect.app.processing;

import com.emlyon.connect.app.store.AppendedPosition;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes an answer wait until those who follow history have seen what it confirms. */
@Component
public class ReadYourWrites {

    /** Longer than any projection should need; a client that waited more would think the service is gone. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final AppendedPosition appended;
    private final ReadPositions positions;

    ReadYourWrites(AppendedPosition appended, ReadPositions positions) {
        this.appended = appended;
        this.positions = positions;
    }

    /** Waits for the processors to pass all that this node has appended; false when one of them is late. */
    public boolean await(String... processors) {
        try {
            return positions.await(appended.newest(), LIMIT, List.of(processors));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

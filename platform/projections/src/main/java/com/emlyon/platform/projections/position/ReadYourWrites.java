package com.emlyon.platform.projections.position;

import com.emlyon.platform.eventstore.sql.SqlFile;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a response wait until the processors and projections have applied the facts that it confirms. */
public class ReadYourWrites {

    private static final SqlFile PARKED = SqlFile.beside(ReadYourWrites.class, "has-parked.sql");

    private final ReadPositions positions;
    private final JdbcClient database;
    private final Duration longestWait;
    private final Timer waits;
    private final Counter late;

    ReadYourWrites(ReadPositions positions, JdbcClient database, ProjectionSettings settings, MeterRegistry meters) {
        this.positions = positions;
        this.database = database;
        this.longestWait = settings.longestWait();
        this.waits = Timer.builder(settings.metricsPrefix() + ".read.your.writes")
                .description("How long answers wait for the views")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        this.late = meters.counter(settings.metricsPrefix() + ".read.your.writes.late");
    }

    /**
     * Waits for the processors to reach the position; false when one of them is late, or has parked a fact of the
     * command that produced the fact at the position.
     */
    public boolean await(long position, String... processors) {
        Timer.Sample sample = Timer.start();
        boolean reached = reached(position, processors) && !parked(position, List.of(processors));
        sample.stop(waits);
        if (!reached) {
            late.increment();
        }
        return reached;
    }

    private boolean reached(long position, String... processors) {
        try {
            return positions.await(position, longestWait, List.of(processors));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean parked(long position, List<String> processors) {
        return positions.mayHaveParked(position, processors)
                && database.sql(PARKED.statement())
                        .param("projections", processors.toArray(String[]::new))
                        .param("position", position)
                        .query(Boolean.class)
                        .single();
    }
}

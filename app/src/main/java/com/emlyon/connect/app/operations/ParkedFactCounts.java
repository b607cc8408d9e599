package com.emlyon.connect.app.operations;

import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.projection.Projection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the facts that readers miss because a projection could not apply them, with one query per scrape for all
 * projections.
 */
@Component
class ParkedFactCounts implements MeterBinder {

    private static final SqlFile COUNTS = SqlFile.beside(ParkedFactCounts.class, "parked-fact-counts.sql");
    private static final long NANOS_OF_A_SCRAPE = Duration.ofSeconds(1).toNanos();

    private final DatabaseProbe database;
    private final List<String> projections;
    private Map<String, Double> counts = Map.of();
    private double others = Double.NaN;
    private long countedAt = System.nanoTime() - NANOS_OF_A_SCRAPE;

    ParkedFactCounts(DatabaseProbe database, List<Projection> projections) {
        this.database = database;
        this.projections = projections.stream().map(Projection::name).toList();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String projection : projections) {
            Gauge.builder("connect.projection.parked.facts", () -> countOf(projection))
                    .description("Facts that the projection could not apply, and those that wait behind them")
                    .tag("processor", projection)
                    .register(meters);
        }
    }

    private synchronized double countOf(String projection) {
        if (System.nanoTime() - countedAt >= NANOS_OF_A_SCRAPE) {
            var counted = database.ask(this::count);
            counts = counted.orElse(Map.of());
            others = counted.isPresent() ? 0 : Double.NaN;
            countedAt = System.nanoTime();
        }
        return counts.getOrDefault(projection, others);
    }

    private Map<String, Double> count(JdbcClient open) {
        Map<String, Double> counted = new HashMap<>();
        open.sql(COUNTS.statement()).query(row -> {
            counted.put(row.getString("projection"), row.getDouble("facts"));
        });
        return counted;
    }
}

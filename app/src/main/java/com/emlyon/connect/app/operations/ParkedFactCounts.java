package com.emlyon.connect.app.operations;

import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.status.SubscribedFactTypes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the facts that a projection or a reaction could not apply, with one query per scrape for all of them.
 */
@Component
class ParkedFactCounts implements MeterBinder {

    private static final SqlFile COUNTS = SqlFile.beside(ParkedFactCounts.class, "parked-fact-counts.sql");
    private static final long NANOS_OF_A_SCRAPE = Duration.ofSeconds(1).toNanos();

    private final DatabaseProbe database;
    private final Set<String> processors;
    private Map<String, Double> counts = Map.of();
    private double others = Double.NaN;
    private long countedAt = System.nanoTime() - NANOS_OF_A_SCRAPE;

    ParkedFactCounts(DatabaseProbe database, SubscribedFactTypes subscribed) {
        this.database = database;
        this.processors = subscribed.factsByProcessor().keySet();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String processor : processors) {
            Gauge.builder("connect.projection.parked.facts", () -> countOf(processor))
                    .description("Facts that the processor could not apply, and those that wait behind them")
                    .tag("processor", processor)
                    .register(meters);
        }
    }

    private synchronized double countOf(String processor) {
        if (System.nanoTime() - countedAt >= NANOS_OF_A_SCRAPE) {
            var counted = database.ask(this::count);
            counts = counted.orElse(Map.of());
            others = counted.isPresent() ? 0 : Double.NaN;
            countedAt = System.nanoTime();
        }
        return counts.getOrDefault(processor, others);
    }

    private Map<String, Double> count(JdbcClient open) {
        Map<String, Double> counted = new HashMap<>();
        open.sql(COUNTS.statement()).query(row -> {
            counted.put(row.getString("projection"), row.getDouble("facts"));
        });
        return counted;
    }
}

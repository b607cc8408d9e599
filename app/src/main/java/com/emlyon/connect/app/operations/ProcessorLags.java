package com.emlyon.connect.app.operations;

import com.emlyon.connect.app.processing.Interests;
import com.emlyon.connect.query.sql.SqlFile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Measures how far the processors are behind history, on whatever node they run: all of them with one query a scrape. */
@Component
class ProcessorLags implements MeterBinder {

    private static final SqlFile LAGS = SqlFile.beside(ProcessorLags.class, "processor-lags.sql");
    private static final long NANOS_OF_A_SCRAPE = Duration.ofSeconds(1).toNanos();

    private final DatabaseProbe database;
    private final Set<String> processors;
    private final String interests;
    private Map<String, Lag> lags = Map.of();
    private long measuredAt = System.nanoTime() - NANOS_OF_A_SCRAPE;

    ProcessorLags(DatabaseProbe database, Interests interests, JsonMapper json) {
        this.database = database;
        Map<String, Set<String>> facts = interests.factsByProcessor();
        this.processors = facts.keySet();
        this.interests = json.writeValueAsString(facts);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String processor : processors) {
            Gauge.builder("connect.projection.lag.facts", () -> lagOf(processor).facts())
                    .description("Facts from the oldest one that concerns the processor and is not processed yet")
                    .tag("processor", processor)
                    .register(meters);
            Gauge.builder(
                            "connect.projection.lag.seconds",
                            () -> lagOf(processor).seconds())
                    .description("Age of the oldest fact that concerns the processor and is not processed yet")
                    .tag("processor", processor)
                    .register(meters);
        }
    }

    private synchronized Lag lagOf(String processor) {
        if (System.nanoTime() - measuredAt >= NANOS_OF_A_SCRAPE) {
            lags = database.ask(this::measure).orElse(Map.of());
            measuredAt = System.nanoTime();
        }
        return lags.getOrDefault(processor, Lag.UNKNOWN);
    }

    private Map<String, Lag> measure(JdbcClient open) {
        Map<String, Lag> measured = new HashMap<>();
        open.sql(LAGS.statement()).param(interests).query(row -> {
            measured.put(row.getString("processor"), new Lag(row.getDouble("facts"), row.getDouble("seconds")));
        });
        return measured;
    }
}

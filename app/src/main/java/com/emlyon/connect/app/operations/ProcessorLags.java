package com.emlyon.connect.app.operations;

import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.status.ProcessorStatus;
import com.emlyon.platform.projections.status.ProcessorStatuses;
import com.emlyon.platform.projections.status.SubscribedFactTypes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Measures how far processors and projections are behind history, and the progress of rebuilds, on whatever node they
 * run, with one query per scrape for all of them.
 */
@Component
class ProcessorLags implements MeterBinder {

    private static final long NANOS_OF_A_SCRAPE = Duration.ofSeconds(1).toNanos();

    /** Counting takes time when there are many facts; the distance to the head of history is known without it. */
    private static final long COUNT_NOTHING = 0;

    private final DatabaseProbe database;
    private final ProcessorStatuses statuses;
    private final Set<String> processors;
    private final List<Projection> projections;
    private Map<String, ProcessorStatus> measured = Map.of();
    private long measuredAt = System.nanoTime() - NANOS_OF_A_SCRAPE;

    ProcessorLags(
            DatabaseProbe database,
            ProcessorStatuses statuses,
            SubscribedFactTypes subscribedFactTypes,
            List<Projection> projections) {
        this.database = database;
        this.statuses = statuses;
        this.processors = subscribedFactTypes.factsByProcessor().keySet();
        this.projections = projections;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String processor : processors) {
            gauge(
                    meters,
                    "connect.projection.lag.facts",
                    "Facts from the oldest one that concerns the processor and is not processed yet",
                    processor,
                    standing -> standing.head() - standing.position());
            gauge(
                    meters,
                    "connect.projection.lag.seconds",
                    "Age of the oldest fact that concerns the processor and is not processed yet",
                    processor,
                    ProcessorStatus::seconds);
        }
        for (Projection projection : projections) {
            gauge(
                    meters,
                    "connect.projection.generation",
                    "Which set of tables readers see; grows with every rebuild",
                    projection.name(),
                    ProcessorStatus::generation);
            gauge(
                    meters,
                    "connect.projection.rebuild.ratio",
                    "How much of history a rebuild has applied, from 0 to 1; no number when there is none",
                    projection.name(),
                    ProcessorLags::ratio);
        }
    }

    private void gauge(
            MeterRegistry meters,
            String name,
            String description,
            String processor,
            ToDoubleFunction<ProcessorStatus> measure) {
        Gauge.builder(name, () -> measure(processor, measure))
                .description(description)
                .tag("processor", processor)
                .register(meters);
    }

    private static double ratio(ProcessorStatus standing) {
        ProcessorStatus.Build build = standing.build();
        if (build == null) {
            return Double.NaN;
        }
        return build.factsTotal() == 0 ? 1 : (double) build.factsDone() / build.factsTotal();
    }

    private synchronized double measure(String processor, ToDoubleFunction<ProcessorStatus> measure) {
        if (System.nanoTime() - measuredAt >= NANOS_OF_A_SCRAPE) {
            measured = database.ask(open -> statuses.seenBy(open, COUNT_NOTHING)).orElse(List.of()).stream()
                    .collect(Collectors.toMap(ProcessorStatus::name, Function.identity()));
            measuredAt = System.nanoTime();
        }
        ProcessorStatus standing = measured.get(processor);
        return standing == null ? Double.NaN : measure.applyAsDouble(standing);
    }
}

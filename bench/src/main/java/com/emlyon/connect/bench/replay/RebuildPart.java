package com.emlyon.connect.bench.replay;

import com.emlyon.connect.bench.part.InnerPart;
import com.emlyon.connect.bench.part.Scale;
import com.emlyon.connect.bench.service.ServiceInside;
import com.emlyon.platform.projections.projection.Projection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Builds the view of check-ins from a long history: our rebuild, Axon's pooled streaming processor for some seconds, and what reads with a
 * cursor, decodes, and writes batches in one thread.
 */
public final class RebuildPart implements InnerPart {

    private static final int FACTS_OF_A_STUDENT = 10;
    private static final int SECONDS_FOR_AXON = 4;

    private final String name;
    private final Replay floor;
    private final Replay ours;
    private final Replay axons;

    /** Makes the history in the database of a service inside this process. */
    public RebuildPart(ServiceInside service, Scale scale) throws SQLException {
        ApplicationContext context = service.context();
        // The view would be kept up to date while it is measured.
        context.getBean("projectionThreads", SmartLifecycle.class).stop();
        MadeHistory.in(
                context.getBean(JdbcClient.class), scale.facts(), Math.max(1, scale.facts() / FACTS_OF_A_STUDENT));
        Projection projection = context.getBeansOfType(Projection.class).values().stream()
                .filter(any -> any.name().equals("check-ins"))
                .findFirst()
                .orElseThrow();
        this.name = "view built again from %,d facts, ".formatted(scale.facts());
        this.floor = new Floor(context, service.databaseUrl());
        this.ours = new OurRebuild(context, projection);
        this.axons =
                new AxonsReplay(context, projection, (int) Math.max(1, Math.round(scale.seconds() * SECONDS_FOR_AXON)));
    }

    @Override
    public Map<String, Double> measure() throws Exception {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(name + "facts/s", ours.factsPerSecond());
        figures.put(name + "by Axon's pooled processor, facts/s", axons.factsPerSecond());
        return figures;
    }

    @Override
    public Map<String, Double> measureRival() throws Exception {
        double rate = floor.factsPerSecond();
        return Map.of(name + "facts/s", rate, name + "by Axon's pooled processor, facts/s", rate);
    }

    @Override
    public String rival() {
        return "a loop in one thread";
    }
}

package com.emlyon.connect.bench.replay;

import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.generation.Generations;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.rebuild.Rebuilds;
import java.util.concurrent.Executors;
import org.springframework.context.ApplicationContext;

/** From asking for a rebuild to readers seeing the new tables, indexes included. */
final class OurRebuild implements Replay {

    private final Projection projection;
    private final ProjectionLifecycle lifecycle;
    private final Generations generations;
    private final Rebuilds rebuilds;
    private final long facts;

    OurRebuild(ApplicationContext service, Projection projection) {
        this.projection = projection;
        ViewDatabase database = service.getBean(ViewDatabase.class);
        History history = service.getBean(History.class);
        this.lifecycle = service.getBean(ProjectionLifecycle.class);
        this.generations = new Generations(database);
        this.rebuilds = new Rebuilds(projection, history, database, Executors.newVirtualThreadPerTaskExecutor());
        this.facts = history.count(Long.MAX_VALUE, projection.facts());
    }

    @Override
    public double factsPerSecond() throws InterruptedException {
        int before = generations.serving(projection).orElseThrow().number();
        long start = System.nanoTime();
        lifecycle.begin(projection);
        rebuilds.lookForWork();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (generations.serving(projection).orElseThrow().number() == before) {
            throw new IllegalStateException("The new tables do not serve");
        }
        return facts / seconds;
    }
}

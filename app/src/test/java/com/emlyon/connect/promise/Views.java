package com.emlyon.connect.promise;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.generation.ViewDatabase;
import com.emlyon.platform.projections.processor.ProjectionProcessor;
import com.emlyon.platform.projections.processor.ProjectionProcessor.Step;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.rebuild.Rebuilds;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The views of one node, which a test keeps up to date by hand, in portions of its own choice. */
public final class Views {

    private final TestNode node;
    private final int batchSize;

    /** Stops the node's own threads. */
    public Views(TestNode node, int batchSize) {
        this.node = node;
        this.batchSize = batchSize;
        node.bean("projectionThreads", SmartLifecycle.class).stop();
    }

    /** Applies all that they have not applied yet. */
    public void follow() {
        for (Projection projection : projections()) {
            ProjectionProcessor projectionProcessor = new ProjectionProcessor(
                    projection,
                    node.bean(History.class),
                    node.bean(ViewDatabase.class),
                    (view, position) -> {},
                    batchSize);
            Step step = Step.MOVED;
            while (step == Step.MOVED) {
                step = projectionProcessor.step();
            }
            if (step == Step.BUSY) {
                throw new IllegalStateException("Somebody else follows for " + projection.name());
            }
        }
    }

    /** Makes them take what follows the position for unapplied, and applies it over the rows that are there. */
    void followAgainAfter(long position) {
        node.bean(JdbcClient.class)
                .sql("UPDATE view.generation SET position = ? WHERE position > ?")
                .params(position, position)
                .update();
        follow();
    }

    /** Builds new tables from all of history. */
    public void rebuild() {
        for (Projection projection : projections()) {
            node.bean(ProjectionLifecycle.class).begin(projection);
            try {
                new Rebuilds(projection, node.bean(History.class), node.bean(ViewDatabase.class), Runnable::run)
                        .lookForWork();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private Collection<Projection> projections() {
        return node.beans(Projection.class);
    }

    /** Every row that readers see, by view. */
    public static Map<String, List<String>> rows(TestNode node) {
        return rows(node.bean(JdbcClient.class));
    }

    /** Every row that readers of the database see, by view. */
    public static Map<String, List<String>> rows(JdbcClient database) {
        Map<String, List<String>> rows = new TreeMap<>();
        database.sql("SELECT viewname FROM pg_views WHERE schemaname = 'view'")
                .query(String.class)
                .list()
                .forEach(view -> rows.put(
                        view,
                        database.sql("SELECT whole::text FROM view.%s AS whole ORDER BY 1".formatted(view))
                                .query(String.class)
                                .list()));
        return rows;
    }
}

package com.emlyon.connect.app.projection;

import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.status.ProcessorStatuses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All projections: their state across all nodes, and operations to rebuild them. */
@Component
public class Rebuildables {

    private final Map<String, Projection> projections;
    /** Created when a rebuild is started or cancelled: reading the state needs neither it nor the reader of facts. */
    private final ObjectProvider<ProjectionLifecycle> lifecycle;

    private final ProcessorStatuses statuses;
    private final JdbcClient database;

    Rebuildables(
            List<Projection> projections,
            ObjectProvider<ProjectionLifecycle> lifecycle,
            ProcessorStatuses statuses,
            JdbcClient database) {
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.lifecycle = lifecycle;
        this.statuses = statuses;
        this.database = database;
    }

    /** The state of all projections, ordered by name. */
    public List<ProjectionAnswer> all() {
        return statuses.seenBy(database, Long.MAX_VALUE).stream()
                .filter(standing -> projections.containsKey(standing.name()))
                .map(ProjectionAnswer::of)
                .toList();
    }

    /** The state of one projection; empty when there is none of that name. */
    public Optional<ProjectionAnswer> named(String name) {
        return all().stream().filter(answer -> answer.name().equals(name)).findFirst();
    }

    /** Whether there is a projection of that name. */
    public boolean has(String name) {
        return projections.containsKey(name);
    }

    /**
     * Starts the rebuild of a projection, on whichever node is first; false when one is running already.
     *
     * @throws IllegalArgumentException when there is no projection of that name
     */
    public boolean rebuild(String name) {
        return lifecycle.getObject().begin(existing(name));
    }

    /**
     * Cancels the rebuild of a projection, on whichever node it runs; false when none is running.
     *
     * @throws IllegalArgumentException when there is no projection of that name
     */
    public boolean cancel(String name) {
        return lifecycle.getObject().cancel(existing(name));
    }

    private Projection existing(String name) {
        Projection projection = projections.get(name);
        if (projection == null) {
            throw new IllegalArgumentException("There is no projection " + name);
        }
        return projection;
    }
}

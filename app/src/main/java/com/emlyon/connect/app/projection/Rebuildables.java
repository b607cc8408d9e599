package com.emlyon.connect.app.projection;

import com.emlyon.connect.app.processing.ProcessorStatuses;
import com.emlyon.connect.query.generation.ProjectionLifecycle;
import com.emlyon.connect.query.projection.Projection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All projections: how they stand on all nodes together, and the ways to have them built again. */
@Component
public class Rebuildables {

    private final Map<String, Projection> projections;
    /** Made when a rebuild is begun or given up: who only looks needs neither it nor what reads facts. */
    private final ObjectProvider<ProjectionLifecycle> succession;

    private final ProcessorStatuses standings;
    private final JdbcClient database;

    Rebuildables(
            List<Projection> projections,
            ObjectProvider<ProjectionLifecycle> succession,
            ProcessorStatuses standings,
            JdbcClient database) {
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.succession = succession;
        this.standings = standings;
        this.database = database;
    }

    /** How all of them stand, in the order of their names. */
    public List<ProjectionAnswer> all() {
        return standings.seenBy(database, Long.MAX_VALUE).stream()
                .filter(standing -> projections.containsKey(standing.name()))
                .map(ProjectionAnswer::of)
                .toList();
    }

    /** How one of them stands; empty when there is none of that name. */
    public Optional<ProjectionAnswer> named(String name) {
        return all().stream().filter(answer -> answer.name().equals(name)).findFirst();
    }

    /** Whether there is one of that name. */
    public boolean has(String name) {
        return projections.containsKey(name);
    }

    /** Has one that exists built again, by whichever node is first; false when that goes on already. */
    public boolean rebuild(String name) {
        return succession.getObject().begin(existing(name));
    }

    /** Gives the rebuild of one that exists up, whichever node does it; false when there is none. */
    public boolean cancel(String name) {
        return succession.getObject().cancel(existing(name));
    }

    private Projection existing(String name) {
        Projection projection = projections.get(name);
        if (projection == null) {
            throw new IllegalArgumentException("There is no projection " + name);
        }
        return projection;
    }
}

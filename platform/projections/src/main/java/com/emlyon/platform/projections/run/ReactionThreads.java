package com.emlyon.platform.projections.run;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.processor.ProjectionProcessor;
import com.emlyon.platform.projections.projection.Projection;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;

/**
 * The threads of this node that run reactions. They start after everything that handles commands, and stop before it;
 * they can be started again.
 */
public final class ReactionThreads implements SmartLifecycle {

    private final List<Projection> reactions;
    private final Function<Projection, ProjectionProcessor> processors;
    private final ProjectionLifecycle lifecycle;
    private final DatabaseAvailability availability;
    private final boolean atWork;
    private volatile List<Worker> workers = List.of();

    /** @param atWork whether to start with the node; false in a process that only observes the nodes */
    public ReactionThreads(
            List<Projection> reactions,
            Function<Projection, ProjectionProcessor> processors,
            ProjectionLifecycle lifecycle,
            NotificationListener notifications,
            DatabaseAvailability availability,
            boolean atWork) {
        this.reactions = reactions;
        this.processors = processors;
        this.lifecycle = lifecycle;
        this.availability = availability;
        this.atWork = atWork;
        notifications.on("facts", message -> workers.forEach(Worker::wake));
    }

    @Override
    public void start() {
        reactions.forEach(lifecycle::prepare);
        workers = reactions.stream().map(this::worker).toList();
        workers.forEach(Worker::start);
    }

    private Worker worker(Projection reaction) {
        ProjectionProcessor processor = processors.apply(reaction);
        return new Worker(reaction.name(), () -> ProjectionThreads.follow(processor), availability::report);
    }

    @Override
    public void stop() {
        workers.forEach(Worker::stop);
        workers = List.of();
    }

    @Override
    public boolean isAutoStartup() {
        return atWork;
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }

    /** Starts last, and stops first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

package com.emlyon.platform.projections.run;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import com.emlyon.platform.projections.generation.Channels;
import com.emlyon.platform.projections.generation.ProjectionLifecycle;
import com.emlyon.platform.projections.processor.ProjectionProcessor;
import com.emlyon.platform.projections.processor.ProjectionProcessor.Step;
import com.emlyon.platform.projections.rebuild.Rebuilds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The threads of this node that keep views up to date and rebuild them. They start before the first request is
 * accepted.
 */
public final class ProjectionThreads implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectionThreads.class);
    private static final Duration WITHOUT_A_SIGNAL = Duration.ofSeconds(1);
    private static final Duration WHILE_OTHERS_ARE_AT_IT = Duration.ofMillis(50);
    private static final Duration LONGEST_CATCH_UP_BEFORE_REQUESTS = Duration.ofSeconds(30);

    private final ProjectionLifecycle lifecycle;
    private final List<ProjectionProcessor> followers;
    private final List<Worker> workers = new ArrayList<>();
    private final boolean atWork;
    private volatile boolean running;

    /** @param atWork whether to start with the node; false in a process that only observes the nodes */
    public ProjectionThreads(
            ProjectionLifecycle lifecycle,
            List<ProjectionProcessor> followers,
            List<Rebuilds> rebuilds,
            NotificationListener signals,
            DatabaseAvailability availability,
            boolean atWork) {
        this.lifecycle = lifecycle;
        this.atWork = atWork;
        this.followers = followers;
        for (ProjectionProcessor projectionProcessor : followers) {
            Worker worker = new Worker(
                    projectionProcessor.projection().name(), () -> follow(projectionProcessor), availability::report);
            signals.on("facts", message -> worker.wake());
            workers.add(worker);
        }
        for (Rebuilds rebuild : rebuilds) {
            Callable<Duration> work = () -> {
                rebuild.lookForWork();
                return WITHOUT_A_SIGNAL;
            };
            Worker worker = new Worker("rebuild-" + rebuild.projection().name(), work, availability::report);
            signals.on(Channels.REBUILD_ASKED, message -> worker.wake());
            workers.add(worker);
        }
    }

    static Duration follow(ProjectionProcessor projectionProcessor) {
        Step step = Step.MOVED;
        while (step == Step.MOVED && !Thread.currentThread().isInterrupted()) {
            step = projectionProcessor.step();
        }
        return step == Step.BUSY ? WHILE_OTHERS_ARE_AT_IT : WITHOUT_A_SIGNAL;
    }

    @Override
    public void start() {
        followers.forEach(projectionProcessor -> lifecycle.prepare(projectionProcessor.projection()));
        lifecycle.sweep();
        running = true;
        long deadline = System.nanoTime() + LONGEST_CATCH_UP_BEFORE_REQUESTS.toNanos();
        followers.forEach(projectionProcessor -> catchUp(projectionProcessor, deadline));
        workers.forEach(Worker::start);
    }

    /**
     * Catches up first, so that no reader sees a view from before the start. A view that fails to catch up does not
     * delay requests.
     */
    private static void catchUp(ProjectionProcessor projectionProcessor, long deadline) {
        try {
            while (System.nanoTime() < deadline && projectionProcessor.step() == Step.MOVED) {}
        } catch (RuntimeException failure) {
            log.warn("{} does not get on yet", projectionProcessor.projection().name(), failure);
        }
    }

    @Override
    public void stop() {
        running = false;
        workers.forEach(Worker::stop);
    }

    @Override
    public boolean isAutoStartup() {
        return atWork;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before the web server, and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}

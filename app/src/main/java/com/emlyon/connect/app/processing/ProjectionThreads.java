package com.emlyon.connect.app.processing;

import com.emlyon.connect.app.availability.DatabaseAvailability;
import com.emlyon.connect.app.signal.Signals;
import com.emlyon.connect.query.follow.Follower;
import com.emlyon.connect.query.follow.Follower.Step;
import com.emlyon.connect.query.generation.Channels;
import com.emlyon.connect.query.generation.Succession;
import com.emlyon.connect.query.rebuild.Rebuilds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The threads of this node that keep views up to date and build them again. They run before the first request comes. */
final class ProjectionThreads implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectionThreads.class);
    private static final Duration WITHOUT_A_SIGNAL = Duration.ofSeconds(1);
    private static final Duration WHILE_OTHERS_ARE_AT_IT = Duration.ofMillis(50);
    private static final Duration LONGEST_CATCH_UP_BEFORE_REQUESTS = Duration.ofSeconds(30);

    private final Succession succession;
    private final List<Follower> followers;
    private final List<Worker> workers = new ArrayList<>();
    private final boolean atWork;
    private volatile boolean running;

    /** Begins with the node, unless the node only looks at what others do. */
    ProjectionThreads(
            Succession succession,
            List<Follower> followers,
            List<Rebuilds> rebuilds,
            Signals signals,
            DatabaseAvailability availability,
            boolean atWork) {
        this.succession = succession;
        this.atWork = atWork;
        this.followers = followers;
        for (Follower follower : followers) {
            Worker worker = new Worker(follower.projection().name(), () -> follow(follower), availability::report);
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

    private static Duration follow(Follower follower) {
        Step step = Step.MOVED;
        while (step == Step.MOVED && !Thread.currentThread().isInterrupted()) {
            step = follower.step();
        }
        return step == Step.BUSY ? WHILE_OTHERS_ARE_AT_IT : WITHOUT_A_SIGNAL;
    }

    @Override
    public void start() {
        followers.forEach(follower -> succession.prepare(follower.projection()));
        succession.sweep();
        running = true;
        long deadline = System.nanoTime() + LONGEST_CATCH_UP_BEFORE_REQUESTS.toNanos();
        followers.forEach(follower -> catchUp(follower, deadline));
        workers.forEach(Worker::start);
    }

    /** So that nobody sees a view of before the start; but a view that does not get on keeps nobody out. */
    private static void catchUp(Follower follower, long deadline) {
        try {
            while (System.nanoTime() < deadline && follower.step() == Step.MOVED) {}
        } catch (RuntimeException failure) {
            log.warn("{} does not get on yet", follower.projection().name(), failure);
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

    /** Before the web server, after it in stopping. */
    @Override
    public int getPhase() {
        return 0;
    }
}

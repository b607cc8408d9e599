package com.emlyon.platform.eventstore.node;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Registers this process among the nodes, shows by a heartbeat that it is alive, and removes it when it stops. */
public class ThisNode implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ThisNode.class);
    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(2);

    private final String id = UUID.randomUUID().toString();
    private final NodeTable table;
    private final DatabaseAvailability availability;
    private final NodeDescription description;
    private final List<Runnable> atHeartbeat = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Thread thread = Thread.ofPlatform().unstarted(() -> {});

    ThisNode(NodeTable table, DatabaseAvailability availability, NodeDescription description) {
        this.table = table;
        this.availability = availability;
        this.description = description;
    }

    /** The id of this process: it differs from that of every other process, and from the one before a restart. */
    public String id() {
        return id;
    }

    /** Adds work that is done with every heartbeat, on its thread. */
    public void atHeartbeat(Runnable work) {
        atHeartbeat.add(work);
    }

    /** Registers this process as a node that knows the master keys of these names, and begins its heartbeat. */
    public void register(Set<String> masterKeys) {
        table.beat(id, description, masterKeys);
        thread = Thread.ofPlatform().name("heartbeat").daemon().start(() -> run(masterKeys));
    }

    private void run(Set<String> masterKeys) {
        try {
            while (!stopping.await(BETWEEN_BEATS.toMillis(), TimeUnit.MILLISECONDS)) {
                beat(masterKeys);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat(Set<String> masterKeys) {
        try {
            table.beat(id, description, masterKeys);
            atHeartbeat.forEach(Runnable::run);
        } catch (RuntimeException failure) {
            if (!availability.report(failure)) {
                log.warn("This node could not show that it lives; it tries again", failure);
            }
        }
    }

    /** Ends the heartbeat, and removes this process from the nodes. */
    public void deregister() {
        if (stopping.getCount() == 0) {
            return;
        }
        stopping.countDown();
        try {
            thread.join(BETWEEN_BEATS);
            table.remove(id);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unanswered) {
            log.debug("This node could not be taken off the list; its heartbeat has ended", unanswered);
        }
    }

    @Override
    public void destroy() {
        deregister();
    }
}

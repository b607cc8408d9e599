package com.emlyon.connect.app.availability;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Knows whether this node has the master keys of its database. Without one of them it can read nothing of some students, and
 * must neither show them as gone nor serve requests.
 */
@Component
public class MasterKeyAvailability {

    private static final Logger log = LoggerFactory.getLogger(MasterKeyAvailability.class);

    private final AtomicBoolean missing = new AtomicBoolean();
    private final List<Runnable> whenMissing = new CopyOnWriteArrayList<>();

    /** Whether something in the database was found wrapped by a master key that this node does not know. */
    public boolean isMissing() {
        return missing.get();
    }

    /** Has something done as soon as one is missing. */
    public void whenMissing(Runnable reaction) {
        whenMissing.add(reaction);
    }

    /** Notes that one is missing, for a reason that tells operators what to do. */
    public void missing(String reason) {
        if (missing.compareAndSet(false, true)) {
            log.error("This node serves no requests: {}", reason);
            whenMissing.forEach(Runnable::run);
        }
    }

    /** Notes that none is missing. */
    public void complete() {
        if (missing.compareAndSet(true, false)) {
            log.info("All keys in the database can be unwrapped again: this node serves requests");
        }
    }
}

package com.emlyon.platform.eventstore.personal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether this node has all master keys that its database needs. Without one of them it cannot decrypt the data
 * of some persons, and must neither show these persons as deleted nor serve requests.
 */
public class MasterKeyAvailability {

    private static final Logger log = LoggerFactory.getLogger(MasterKeyAvailability.class);

    private final AtomicBoolean missing = new AtomicBoolean();
    private final List<Runnable> whenMissing = new CopyOnWriteArrayList<>();

    /** Whether a key in the database was found that is wrapped by a master key that this node does not have. */
    public boolean isMissing() {
        return missing.get();
    }

    /** Registers a reaction that runs when a master key is found missing. */
    public void whenMissing(Runnable reaction) {
        whenMissing.add(reaction);
    }

    /** Reports that a master key is missing. The reason is logged, and should tell operators what to do. */
    public void missing(String reason) {
        if (missing.compareAndSet(false, true)) {
            log.error("This node serves no requests: {}", reason);
            whenMissing.forEach(Runnable::run);
        }
    }

    /** Reports that no master key is missing any more. */
    public void complete() {
        if (missing.compareAndSet(true, false)) {
            log.info("All keys in the database can be unwrapped again: this node serves requests");
        }
    }
}

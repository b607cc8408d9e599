package com.emlyon.connect.app.vault;

import com.emlyon.connect.app.node.Node;
import com.emlyon.connect.app.node.NodeTable;
import com.emlyon.connect.app.node.ThisNode;
import com.emlyon.connect.app.settings.StartRefused;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Checks whether the other living nodes know the master key with which this node wraps. */
@Component
class OtherNodes {

    /** Longer than the ten seconds for which a killed node counts as living. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final NodeTable table;
    private final ThisNode self;

    OtherNodes(NodeTable table, ThisNode self) {
        this.table = table;
        this.self = self;
    }

    /**
     * Returns as soon as all other living nodes know the master key.
     *
     * @throws StartRefused when a node that does not know it is still living after the wait
     */
    void awaitAllKnow(String master) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        Optional<Node> ignorant = ignorant(master);
        while (ignorant.isPresent() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            ignorant = ignorant(master);
        }
        ignorant.ifPresent(node -> {
            throw new StartRefused(sentence(node, master));
        });
    }

    private Optional<Node> ignorant(String master) {
        return table.living().stream()
                .filter(node -> !node.id().equals(self.id()))
                .filter(node -> !node.masterKeys().contains(master))
                .findFirst();
    }

    private static String sentence(Node node, String master) {
        return ("MASTER_KEY: a node that runs since %s (%s) does not know this key (%s), and could not read what this one would"
                        + " write: name it in MASTER_KEYS_ACCEPTED of that node and restart it, or stop it.")
                .formatted(node.startedAt(), node.id(), master);
    }
}

package com.emlyon.platform.eventstore.personal;

import com.emlyon.platform.eventstore.node.Node;
import com.emlyon.platform.eventstore.node.NodeTable;
import com.emlyon.platform.eventstore.node.ThisNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Checks whether the other living nodes know the master key with which this node wraps. */
class OtherNodes {

    /** Longer than the ten seconds for which a killed node counts as living. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final NodeTable table;
    private final ThisNode self;
    private final MasterKeySettings.Names settings;

    OtherNodes(NodeTable table, ThisNode self, MasterKeys masters) {
        this.table = table;
        this.self = self;
        this.settings = masters.settings();
    }

    /**
     * Returns as soon as all other living nodes know the master key.
     *
     * @throws MasterKeyRefused when a node that does not know it is still living after the wait
     */
    void awaitAllKnow(String master) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        Optional<Node> ignorant = ignorant(master);
        while (ignorant.isPresent() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            ignorant = ignorant(master);
        }
        ignorant.ifPresent(node -> {
            throw new MasterKeyRefused(sentence(node, master));
        });
    }

    private Optional<Node> ignorant(String master) {
        return table.living().stream()
                .filter(node -> !node.id().equals(self.id()))
                .filter(node -> !node.masterKeys().contains(master))
                .findFirst();
    }

    private String sentence(Node node, String master) {
        return ("%s: a node that runs since %s (%s) does not know this key (%s), and could not read what this one would"
                        + " write: name it in %s of that node and restart it, or stop it.")
                .formatted(settings.secret(), node.startedAt(), node.id(), master, settings.accepted());
    }
}

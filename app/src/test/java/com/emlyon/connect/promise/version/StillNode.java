package com.emlyon.connect.promise.version;

import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.postgres.TestPostgres;
import com.emlyon.platform.projections.run.ReactionThreads;

/**
 * A node on a database of its own, whose processors are stopped: nobody follows its history, in which facts lie that make no
 * sense together, or none at all.
 */
final class StillNode {

    private StillNode() {}

    /** The one that tests share; it lives until the JVM ends. */
    static TestNode shared() {
        return Shared.NODE;
    }

    /** Started when the first test asks for it. */
    private static final class Shared {

        static final TestNode NODE = start();

        private static TestNode start() {
            TestNode node = TestNode.start(TestPostgres.freshDatabaseUrl());
            node.bean(ReactionThreads.class).stop();
            return node;
        }
    }
}

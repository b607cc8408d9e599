package com.emlyon.connect.feed;

import com.emlyon.connect.app.TestClock;
import com.emlyon.connect.app.TestNode;
import com.emlyon.platform.postgres.TestPostgres;
import java.time.Duration;

/** A node of the feed's own that tests share: with its own time, quick pings, and nobody connected but they. */
public final class FeedNode {

    /** Long enough for a test on a busy machine to answer three of them in time. */
    static final Duration PING_INTERVAL = Duration.ofMillis(500);

    private FeedNode() {}

    /** The node itself. */
    public static TestNode node() {
        return Shared.NODE;
    }

    static TestClock clock() {
        return Shared.CLOCK;
    }

    static String database() {
        return Shared.DATABASE;
    }

    /** Started when the first test asks for it. */
    private static final class Shared {

        static final TestClock CLOCK = new TestClock();
        static final String DATABASE = TestPostgres.freshDatabaseUrl();
        static final TestNode NODE = TestNode.start(
                CLOCK,
                DATABASE,
                "--ADMIN_EMAILS=" + TestNode.ADMIN,
                "--connect.feed.ping-interval=" + PING_INTERVAL.toMillis() + "ms",
                "--connect.feed.heartbeat-interval=" + PING_INTERVAL.toMillis() + "ms");
    }
}

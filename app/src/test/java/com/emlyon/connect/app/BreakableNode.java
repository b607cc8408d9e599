package com.emlyon.connect.app;

import com.emlyon.platform.postgres.TestPostgres;

/** A node that tests share whose database can be taken away, and whose patience with passwords is short. */
public final class BreakableNode {

    private BreakableNode() {}

    /** The node, in good order outside of {@link #withoutDatabase}. */
    public static TestNode node() {
        return Shared.NODE;
    }

    /** Takes the database away until the result is closed. */
    public static Outage withoutDatabase() {
        TestPostgres.close(Shared.DATABASE);
        return () -> TestPostgres.open(Shared.DATABASE);
    }

    /** A time in which something does not work. */
    @FunctionalInterface
    public interface Outage extends AutoCloseable {

        @Override
        void close();
    }

    /** Started when the first test asks for it. */
    private static final class Shared {

        static final String DATABASE = TestPostgres.freshDatabaseUrl();
        static final TestNode NODE = TestNode.start(
                DATABASE,
                TestNode.USUAL_HASHES,
                "--ADMIN_EMAILS=" + TestNode.ADMIN,
                "--connect.passwords.most-waiting=1");
    }
}

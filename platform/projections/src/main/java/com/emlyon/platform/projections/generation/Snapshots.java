package com.emlyon.platform.projections.generation;

import com.emlyon.platform.eventstore.sql.SqlFile;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The snapshots that transactions of this database hold, each identified by its session and the start of its
 * transaction.
 */
public final class Snapshots {

    private static final SqlFile HELD = SqlFile.beside(Snapshots.class, "held-snapshots.sql");

    private final JdbcClient database;

    /** Uses the given connections. */
    public Snapshots(ViewDatabase database) {
        this.database = database.client();
    }

    /** The snapshots that other sessions hold now. */
    public Set<String> held() {
        return new HashSet<>(database.sql(HELD.statement()).query(String.class).list());
    }

    /** Those of the given snapshots that are still held: a snapshot that was released is never taken again. */
    public Set<String> stillHeld(Set<String> some) {
        Set<String> still = held();
        still.retainAll(some);
        return still;
    }
}

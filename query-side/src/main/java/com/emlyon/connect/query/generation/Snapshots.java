package com.emlyon.connect.query.generation;

import com.emlyon.connect.query.sql.SqlFile;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The moments of the past in which transactions of this database still live, each known by its session and its start. */
public final class Snapshots {

    private static final SqlFile HELD = SqlFile.beside(Snapshots.class, "held-snapshots.sql");

    private final JdbcClient database;

    /** Asks through these connections. */
    public Snapshots(ViewDatabase database) {
        this.database = database.client();
    }

    /** Those that are held now, by others. */
    public Set<String> held() {
        return new HashSet<>(database.sql(HELD.statement()).query(String.class).list());
    }

    /** Those of some that are still held: whoever has let go once never comes back to the same moment. */
    public Set<String> stillHeld(Set<String> some) {
        Set<String> still = held();
        still.retainAll(some);
        return still;
    }
}

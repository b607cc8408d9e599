package com.emlyon.connect.app.signal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who else works on the database: every process of ours hears signals on a connection that the database can name. */
@Component
public class Nodes {

    private final JdbcClient database;

    Nodes(JdbcClient database) {
        this.database = database;
    }

    /** Whether there is another process than this one at the moment, which hears signals itself. */
    public boolean areSeveral() {
        return count() > 1;
    }

    /** Whether there is any process at the moment that hears signals. */
    public boolean areAny() {
        return count() > 0;
    }

    private long count() {
        return database.sql(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = ?")
                .param(Signals.CONNECTION)
                .query(Long.class)
                .single();
    }
}

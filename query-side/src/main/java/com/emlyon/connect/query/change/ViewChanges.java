package com.emlyon.connect.query.change;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Announces changes of a view on the channel {@link #CHANNEL}, with the projection's name as message. The database
 * delivers it when, and only if, the transaction commits, and once however often it was said.
 */
@Component
public class ViewChanges {

    /** The channel on which nodes listen. */
    public static final String CHANNEL = "view_changed";

    private final JdbcClient database;

    ViewChanges(JdbcClient database) {
        this.database = database;
    }

    /** Announces that rows of the projection have changed, if any have. */
    public void announce(String projection, int changedRows) {
        if (changedRows > 0) {
            database.sql("SELECT pg_notify(?, ?)")
                    .params(CHANNEL, projection)
                    .query()
                    .listOfRows();
        }
    }
}

package com.emlyon.connect.query.change;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Announces changes of a view on the channel {@link #CHANNEL}, with the projection's name as message. The database
 * delivers it when, and only if, the transaction commits; it is said once a transaction, however many rows have changed.
 */
@Component
public class ViewChanges {

    /** The channel on which nodes listen. */
    public static final String CHANNEL = "view_changed";

    private final JdbcClient database;

    ViewChanges(JdbcClient database) {
        this.database = database;
    }

    /** Announces that rows of the projection have changed, if any have; to be called within the transaction. */
    public void announce(String projection, int changedRows) {
        Announcement announcement = new Announcement(database, projection);
        if (changedRows > 0
                && !TransactionSynchronizationManager.getSynchronizations().contains(announcement)) {
            TransactionSynchronizationManager.registerSynchronization(announcement);
        }
    }
}

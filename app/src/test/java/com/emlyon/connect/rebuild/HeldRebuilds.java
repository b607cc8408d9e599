package com.emlyon.connect.rebuild;

import com.emlyon.connect.app.TestNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Keeps every node from taking rebuilds on, as another node would that is at it, until closed. */
public final class HeldRebuilds implements AutoCloseable {

    private final Connection session;

    private HeldRebuilds(Connection session) {
        this.session = session;
    }

    /** Holds the rebuilds of these projections, once a node that is at one of them has ended it. */
    public static HeldRebuilds of(TestNode node, String... projections) {
        try {
            Connection session = node.bean(DataSource.class).getConnection();
            for (String projection : projections) {
                try (PreparedStatement lock =
                        session.prepareStatement("SELECT pg_advisory_lock(hashtext('rebuild of ' || ?))")) {
                    lock.setString(1, projection);
                    lock.execute();
                }
            }
            return new HeldRebuilds(session);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try (session;
                PreparedStatement unlock = session.prepareStatement("SELECT pg_advisory_unlock_all()")) {
            unlock.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

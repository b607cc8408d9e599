package com.emlyon.connect.app.store;

import java.sql.SQLException;

/** Thrown by a {@link SideWrite} that finds that the facts must not be stored; the other writes of the batch are not concerned. */
public final class SideWriteRefused extends SQLException {

    /** Says why. */
    public SideWriteRefused(String reason) {
        super(reason);
    }
}

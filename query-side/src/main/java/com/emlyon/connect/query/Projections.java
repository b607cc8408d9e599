package com.emlyon.connect.query;

import java.util.List;

/** The names of the projections: operators use them, and the database stores checkpoints under them. */
public final class Projections {

    /** The accounts. */
    public static final String ACCOUNTS = "accounts";

    /** The current check-ins. */
    public static final String CHECK_INS = "check-ins";

    /** The campus events and their attendees. */
    public static final String EVENTS = "events";

    /** All of them. */
    public static final List<String> NAMES = List.of(ACCOUNTS, CHECK_INS, EVENTS);

    private Projections() {}
}

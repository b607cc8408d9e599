package com.emlyon.connect.query;

import java.util.List;

/** The names of the projections, as operators know them and as their positions are stored. */
public final class Projections {

    /** Who there is. */
    public static final String ACCOUNTS = "accounts";

    /** Who is where. */
    public static final String CHECK_INS = "check-ins";

    /** What will take place, and who comes. */
    public static final String EVENTS = "events";

    /** All of them. */
    public static final List<String> NAMES = List.of(ACCOUNTS, CHECK_INS, EVENTS);

    private Projections() {}
}

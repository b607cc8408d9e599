package com.emlyon.connect.query.generation;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/** Tells somebody who is in the way, and will not be for ever, from a database that cannot be worked with. */
public final class Busy {

    private static final Set<String> LOCK_NOT_AVAILABLE_OR_DEADLOCK = Set.of("55P03", "40P01");

    private Busy() {}

    /** Whether trying again a little later is all that is needed. */
    public static boolean is(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && LOCK_NOT_AVAILABLE_OR_DEADLOCK.contains(String.valueOf(cause.getSQLState()));
    }
}

package com.emlyon.platform.projections.generation;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/** Distinguishes a lock that another transaction holds for a while from a database that does not work. */
public final class Busy {

    private static final Set<String> LOCK_NOT_AVAILABLE_OR_DEADLOCK = Set.of("55P03", "40P01");

    private Busy() {}

    /**
     * Whether the statement failed only because of a lock or a deadlock, so that a retry a little later may succeed.
     */
    public static boolean is(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && LOCK_NOT_AVAILABLE_OR_DEADLOCK.contains(String.valueOf(cause.getSQLState()));
    }
}

package com.emlyon.platform.projections.generation;

import org.springframework.dao.DataAccessException;

/** Describes a failure in a text that is short enough for {@code view.generation} and quotes no SQL statement. */
public final class Failures {

    private static final int LONGEST = 2_000;

    private Failures() {}

    /** The message of the database, or else the failure as text; at most 2,000 characters. */
    public static String text(RuntimeException failure) {
        String text = failure instanceof DataAccessException database
                ? String.valueOf(database.getMostSpecificCause().getMessage())
                : failure.toString();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}

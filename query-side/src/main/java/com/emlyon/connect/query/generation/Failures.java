package com.emlyon.connect.query.generation;

import org.springframework.dao.DataAccessException;

/** Why something does not get on, in a text that is short enough for the register and quotes no statement. */
public final class Failures {

    private static final int LONGEST = 2_000;

    private Failures() {}

    /** What the database said, or else the failure itself. */
    public static String text(RuntimeException failure) {
        String text = failure instanceof DataAccessException database
                ? String.valueOf(database.getMostSpecificCause().getMessage())
                : failure.toString();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}

package com.emlyon.connect.app.audit;

/** What came of a check of the trail. */
public sealed interface Finding {

    /** All entries are there, as they were entered. */
    record Whole(long first, ChainEnd last) implements Finding {}

    /** The first that are not. */
    record Broken(long number, Fault fault) implements Finding {}

    /** What is wrong with an entry. */
    enum Fault {
        /** It says something else than what was entered. */
        CHANGED,

        /** It is not there. */
        MISSING,

        /** It fits to all others, but not to what is known from elsewhere: all of it was made anew. */
        NOT_AS_KNOWN
    }
}

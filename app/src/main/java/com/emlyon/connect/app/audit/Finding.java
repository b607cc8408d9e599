package com.emlyon.connect.app.audit;

/** The result of a check of the trail. */
public sealed interface Finding {

    /** All entries are there, unchanged. */
    record Whole(long first, ChainEnd last) implements Finding {}

    /** The first entry that is changed or missing. */
    record Broken(long number, Fault fault) implements Finding {}

    /** What is wrong with an entry. */
    enum Fault {
        /** Its content is not what was entered. */
        CHANGED,

        /** It is missing. */
        MISSING,

        /**
         * The chain is consistent, but not with the entry that was written down elsewhere: the whole chain was computed
         * anew.
         */
        NOT_AS_KNOWN
    }
}

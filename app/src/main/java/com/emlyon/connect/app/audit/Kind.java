package com.emlyon.connect.app.audit;

/** The kinds of entries of the trail. */
public enum Kind {
    /** An account was registered. */
    REGISTERED(Repeats.EACH),

    /** A student has logged in. */
    LOGGED_IN(Repeats.FEW),

    /** A login was refused. The subject is the account with the given address, if there is one. */
    LOGIN_REFUSED(Repeats.FEW_AND_BOUNDED),

    /** A caller who was logged in gave a wrong password where it was required again. */
    PASSWORD_REFUSED(Repeats.FEW_AND_BOUNDED),

    /** Requests from an address were throttled. */
    TRY_THROTTLED(Repeats.ONE_AND_BOUNDED),

    /** A caller who is no administrator has requested a path for administrators. */
    ADMIN_REFUSED(Repeats.FEW_AND_BOUNDED),

    /** All sessions of a student were ended at once. */
    LOGGED_OUT_EVERYWHERE(Repeats.FEW),

    /** A student has changed their password, which ended their other sessions. */
    PASSWORD_CHANGED(Repeats.EACH),

    /** A student has exported all that is stored about them. */
    ACCOUNT_EXPORTED(Repeats.FEW),

    /** An account was deleted. */
    ACCOUNT_DELETED(Repeats.EACH),

    /** An administrator has read facts as they are stored. */
    HISTORY_READ(Repeats.FEW),

    /** An administrator has looked at a past state of something. */
    PAST_READ(Repeats.FEW),

    /** An administrator has read a fact that is parked. */
    PARKED_FACT_READ(Repeats.FEW),

    /** An administrator has read this trail. */
    TRAIL_READ(Repeats.FEW),

    /** An administrator or an operator has started a rebuild of a projection. */
    REBUILD_BEGUN(Repeats.FEW),

    /** An administrator or an operator has cancelled a rebuild. */
    REBUILD_CANCELLED(Repeats.FEW),

    /** An administrator or an operator has had parked facts applied again. */
    PARKED_RETRIED(Repeats.FEW),

    /** An administrator or an operator has discarded a parked fact. */
    PARKED_DISCARDED(Repeats.FEW),

    /** An administrator has changed the log level of a logger. */
    LOG_LEVEL_CHANGED(Repeats.FEW),

    /** How many refusals were not entered one by one, because there were too many. */
    MORE_REFUSED(Repeats.EACH),

    /** How many entries could not be written. */
    ENTRIES_LOST(Repeats.EACH);

    private final Repeats repeats;

    Kind(Repeats repeats) {
        this.repeats = repeats;
    }

    /** How many equal notes are entered one by one in a period. */
    long mostAlike(AuditSettings settings) {
        return switch (repeats) {
            case EACH -> Long.MAX_VALUE;
            case FEW, FEW_AND_BOUNDED -> settings.mostAlike();
            case ONE_AND_BOUNDED -> 1;
        };
    }

    /**
     * Whether clients without an account can cause it as often as they like, so that all entries of such kinds together
     * are bounded, too.
     */
    boolean isBounded() {
        return switch (repeats) {
            case EACH, FEW -> false;
            case FEW_AND_BOUNDED, ONE_AND_BOUNDED -> true;
        };
    }

    private enum Repeats {
        EACH,
        FEW,
        FEW_AND_BOUNDED,
        ONE_AND_BOUNDED
    }
}

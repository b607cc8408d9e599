package com.emlyon.connect.app.audit;

/** What an entry of the trail tells. */
public enum Kind {
    /** An account was registered. */
    REGISTERED(Repeats.EACH),

    /** Somebody has logged in. */
    LOGGED_IN(Repeats.FEW),

    /** A login was refused; about the account that was named, where there is one. */
    LOGIN_REFUSED(Repeats.FEW_AND_BOUNDED),

    /** Somebody who was logged in did not know the password that was asked for. */
    PASSWORD_REFUSED(Repeats.FEW_AND_BOUNDED),

    /** Too much was tried from an address. */
    TRY_THROTTLED(Repeats.ONE_AND_BOUNDED),

    /** Somebody who is no administrator was at a door of administrators. */
    ADMIN_REFUSED(Repeats.FEW_AND_BOUNDED),

    /** Somebody has logged out everywhere. */
    LOGGED_OUT_EVERYWHERE(Repeats.FEW),

    /** Somebody has another password, and is logged out elsewhere. */
    PASSWORD_CHANGED(Repeats.EACH),

    /** Somebody was handed out all that is stored about them. */
    ACCOUNT_EXPORTED(Repeats.FEW),

    /** An account was deleted. */
    ACCOUNT_DELETED(Repeats.EACH),

    /** An administrator has read facts as they are stored. */
    HISTORY_READ(Repeats.FEW),

    /** An administrator has looked at something as it was. */
    PAST_READ(Repeats.FEW),

    /** An administrator has read a fact that is parked. */
    PARKED_FACT_READ(Repeats.FEW),

    /** An administrator has read this trail. */
    TRAIL_READ(Repeats.FEW),

    /** A projection is being built again because somebody wanted it. */
    REBUILD_BEGUN(Repeats.FEW),

    /** Somebody has given a rebuild up. */
    REBUILD_CANCELLED(Repeats.FEW),

    /** Somebody has had parked facts taken up again. */
    PARKED_RETRIED(Repeats.FEW),

    /** Somebody does without a parked fact. */
    PARKED_DISCARDED(Repeats.FEW),

    /** An administrator has changed the log level of a logger. */
    LOG_LEVEL_CHANGED(Repeats.FEW),

    /** So many refusals were not entered one by one, because there were too many. */
    MORE_REFUSED(Repeats.EACH),

    /** So many entries could not be written. */
    ENTRIES_LOST(Repeats.EACH);

    private final Repeats repeats;

    Kind(Repeats repeats) {
        this.repeats = repeats;
    }

    /** How many of those that are alike are entered one by one in a stretch of time. */
    long mostAlike(AuditSettings settings) {
        return switch (repeats) {
            case EACH -> Long.MAX_VALUE;
            case FEW, FEW_AND_BOUNDED -> settings.mostAlike();
            case ONE_AND_BOUNDED -> 1;
        };
    }

    /** Whether strangers can cause it as often as they like, so that all of these together are bounded, too. */
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

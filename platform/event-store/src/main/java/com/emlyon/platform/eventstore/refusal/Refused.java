package com.emlyon.platform.eventstore.refusal;

/** Thrown by command handlers that refuse a command, with the {@link Refusal}; nothing has changed then. */
public final class Refused extends RuntimeException {

    private final transient Refusal refusal;

    /** Refuses for the given reason. */
    public Refused(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** The reason. */
    public Refusal refusal() {
        return refusal;
    }
}

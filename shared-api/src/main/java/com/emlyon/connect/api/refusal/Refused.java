package com.emlyon.connect.api.refusal;

/** Thrown by whoever decides when the decision is no; carries the {@link Refusal} and nothing was changed. */
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

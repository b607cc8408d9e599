package com.emlyon.connect.app.settings;

/**
 * Thrown when the service cannot start. The message is one sentence that tells the operator what to change, without any
 * secret.
 */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param sentence the message for the operator */
    public StartRefused(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence the message for the operator
     * @param cause must not contain a secret either
     */
    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

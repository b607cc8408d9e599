package com.emlyon.connect.app.settings;

/** The service cannot start; the message is one sentence that tells the operator what to change, without any secret. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Refuses the start with the sentence that the operator will read. */
    public StartRefused(String sentence) {
        super(sentence);
    }

    /** The same with what led to it; the cause must not tell a secret either. */
    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package com.emlyon.connect.app.installation;

/** Thrown when the service cannot be installed in this way; its message is a sentence for operators. */
public final class NotInstallable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotInstallable(String sentence) {
        super(sentence);
    }
}

package com.emlyon.connect.app.installation;

/** The service cannot be installed so; says why in a sentence for operators. */
public final class NotInstallable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotInstallable(String sentence) {
        super(sentence);
    }
}

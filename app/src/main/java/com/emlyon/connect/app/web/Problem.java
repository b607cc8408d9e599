package com.emlyon.connect.app.web;

import org.springframework.http.HttpStatus;

/** Thrown in the web layer when a request cannot be served and no command was sent: a status and a message key. */
public final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String text;
    private final transient Object[] parts;

    /** Creates the exception; the answer has the status and the text of the key, with the given parts in it. */
    public Problem(HttpStatus status, String text, Object... parts) {
        super(text, null, false, false);
        this.status = status;
        this.text = text;
        this.parts = parts;
    }

    HttpStatus status() {
        return status;
    }

    String text() {
        return text;
    }

    Object[] parts() {
        return parts;
    }
}

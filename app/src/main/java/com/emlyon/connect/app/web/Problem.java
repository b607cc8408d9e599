package com.emlyon.connect.app.web;

import org.springframework.http.HttpStatus;

/** Thrown at the edge when a request cannot be served and no aggregate was asked: a status and the key of a text. */
public final class Problem extends RuntimeException {

    private final HttpStatus status;
    private final String text;
    private final transient Object[] parts;

    /** Answers with the status and the text of the key, with the given parts in it. */
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

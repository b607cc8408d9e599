package com.emlyon.connect.app.fields;

import org.springframework.http.HttpStatus;

/** Thrown when a body is refused. It has no stack trace, as every client can cause many of them. */
final class BodyRefused extends RuntimeException {

    private final HttpStatus status;
    private final String text;

    private BodyRefused(HttpStatus status, String text) {
        super(text, null, false, false);
        this.status = status;
        this.text = text;
    }

    static BodyRefused tooLarge() {
        return new BodyRefused(HttpStatus.CONTENT_TOO_LARGE, "body.tooLarge");
    }

    static BodyRefused unreadable() {
        return new BodyRefused(HttpStatus.BAD_REQUEST, "body.unreadable");
    }

    static BodyRefused codingUnsupported() {
        return new BodyRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "body.codingUnsupported");
    }

    static BodyRefused tooManyUnfinished() {
        return new BodyRefused(HttpStatus.SERVICE_UNAVAILABLE, "busy");
    }

    HttpStatus status() {
        return status;
    }

    /** The key of the text that is sent to the client. */
    String text() {
        return text;
    }
}

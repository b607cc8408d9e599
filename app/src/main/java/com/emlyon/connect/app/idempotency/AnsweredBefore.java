package com.emlyon.connect.app.idempotency;

/** Thrown instead of serving a request that has been answered before. */
final class AnsweredBefore extends RuntimeException {

    private final transient EncryptedAnswer answer;

    AnsweredBefore(EncryptedAnswer answer) {
        super("answered before", null, false, false);
        this.answer = answer;
    }

    EncryptedAnswer answer() {
        return answer;
    }
}

package com.emlyon.connect.app.idempotency;

/** Thrown when an earlier request with the same key is still under way. */
final class KeyInUse extends RuntimeException {

    KeyInUse() {
        super("an earlier request with this key is under way", null, false, false);
    }
}

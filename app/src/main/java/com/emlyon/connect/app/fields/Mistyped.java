package com.emlyon.connect.app.fields;

/** Thrown for a value of a type that its field does not accept. */
final class Mistyped extends RuntimeException {

    Mistyped() {
        super(null, null, false, false);
    }
}

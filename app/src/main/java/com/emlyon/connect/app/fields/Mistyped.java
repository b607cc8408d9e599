package com.emlyon.connect.app.fields;

/** A value of a type that its field does not take. */
final class Mistyped extends RuntimeException {

    Mistyped() {
        super(null, null, false, false);
    }
}

package com.emlyon.connect.app.availability;

import java.util.Objects;
import java.util.stream.Stream;

/** A failure and what has caused it. */
final class Causes {

    /** A chain of causes may be a ring. */
    private static final int MOST = 32;

    private Causes() {}

    /** The failure, its cause, the cause of that, and so on. */
    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MOST);
    }
}

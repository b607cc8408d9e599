package com.emlyon.connect.app.availability;

import java.util.Objects;
import java.util.stream.Stream;

/** Walks the causes of a failure. */
final class Causes {

    /** The most causes that are followed, since a chain of causes may be circular. */
    private static final int MOST = 32;

    private Causes() {}

    /** The failure, its cause, the cause of that, and so on. */
    static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MOST);
    }
}

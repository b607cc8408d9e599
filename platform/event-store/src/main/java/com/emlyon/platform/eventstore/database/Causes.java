package com.emlyon.platform.eventstore.database;

import java.util.Objects;
import java.util.stream.Stream;

/** Walks the causes of a failure. */
public final class Causes {

    /** The most causes that are followed, since a chain of causes may be circular. */
    private static final int MOST = 32;

    private Causes() {}

    /** The failure, its cause, the cause of that, and so on. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MOST);
    }
}

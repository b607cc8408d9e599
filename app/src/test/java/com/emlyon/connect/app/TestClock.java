package com.emlyon.connect.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs, and that a test can put forward. */
public final class TestClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** Lets so much time pass at once. */
    public void advance(Duration time) {
        ahead.accumulateAndGet(time, Duration::plus);
    }

    /** Goes on to where the next stretch of time of that length begins, counted as since 1970. */
    public void advanceToTheNext(Duration stretch) {
        advance(Duration.ofMillis(stretch.toMillis() - millis() % stretch.toMillis()));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nobody asks for it");
    }
}

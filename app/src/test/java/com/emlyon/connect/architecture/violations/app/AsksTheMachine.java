package com.emlyon.connect.architecture.violations.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.function.Supplier;

/** Every way to pass by the clock of the service. */
final class AsksTheMachine {

    Instant directly() {
        return Instant.now();
    }

    Supplier<Instant> byReference() {
        return Instant::now;
    }

    LocalDate inAZone() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    Clock withAClockOfItsOwn() {
        return Clock.systemUTC();
    }

    long inMilliseconds() {
        return System.currentTimeMillis();
    }

    @SuppressWarnings("JavaUtilDate")
    Date theOldWay() {
        return new Date();
    }
}

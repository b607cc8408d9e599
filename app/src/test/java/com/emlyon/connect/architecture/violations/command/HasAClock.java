package com.emlyon.connect.architecture.violations.command;

import java.time.Clock;
import java.time.Instant;

/** A decision that would come out otherwise tomorrow. */
record HasAClock(Clock clock) {

    Instant now() {
        return clock.instant();
    }
}

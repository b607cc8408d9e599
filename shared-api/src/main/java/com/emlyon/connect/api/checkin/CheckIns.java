package com.emlyon.connect.api.checkin;

import java.time.Duration;

/** The rules for all check-ins. */
public final class CheckIns {

    /** How long a check-in is shown; then it ends by itself, without a fact. */
    public static final Duration LIFETIME = Duration.ofHours(24);

    private CheckIns() {}
}

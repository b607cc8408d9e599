package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks a student in at a place, in degrees of latitude and longitude; the former check-in ends. */
public record CheckIn(
        AccountId account,
        CheckInId checkIn,
        String place,
        double latitude,
        double longitude,
        @Nullable String emoji,
        Instant at)
        implements CheckInCommand {}

package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A student says where they are, in degrees of latitude and longitude; the former check-in ends by this. */
public record CheckIn(
        AccountId account,
        CheckInId checkIn,
        String place,
        double latitude,
        double longitude,
        @Nullable String emoji,
        Instant at)
        implements CheckInCommand {}

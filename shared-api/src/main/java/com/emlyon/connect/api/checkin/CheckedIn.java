package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.fact.Personal;
import com.emlyon.connect.api.fact.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A student is somewhere, in degrees of latitude and longitude. Until when it was meant to show is part of the fact, so that
 * history keeps its meaning when {@link CheckIns#LIFETIME} changes.
 */
@StoredAs(value = "CheckedIn", revision = "2")
public record CheckedIn(
        AccountId account,
        CheckInId checkIn,
        @Personal String place,
        @Personal double latitude,
        @Personal double longitude,
        @Personal @Nullable String emoji,
        Instant at,
        Instant until)
        implements CheckInFact {}

package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.fact.Personal;
import com.emlyon.connect.api.fact.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A student is somewhere, in degrees of latitude and longitude; it shows for {@link CheckIns#LIFETIME}. */
@StoredAs("CheckedIn")
public record CheckedIn(
        AccountId account,
        CheckInId checkIn,
        @Personal String place,
        @Personal double latitude,
        @Personal double longitude,
        @Personal @Nullable String emoji,
        Instant at)
        implements CheckInFact {}

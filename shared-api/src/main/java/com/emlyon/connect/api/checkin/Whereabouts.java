package com.emlyon.connect.api.checkin;

import org.jspecify.annotations.Nullable;

/** Where a student says they are, in degrees of latitude and longitude, and how it is there. */
public record Whereabouts(
        String place,
        double latitude,
        double longitude,
        @Nullable String emoji) {}

package com.emlyon.connect.api.checkin;

import org.jspecify.annotations.Nullable;

/** The place of a check-in, in degrees of latitude and longitude, and an emoji for how it is there. */
public record Whereabouts(
        String place,
        double latitude,
        double longitude,
        @Nullable String emoji) {}

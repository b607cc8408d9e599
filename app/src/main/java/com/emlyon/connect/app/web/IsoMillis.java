package com.emlyon.connect.app.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats times as JavaScript's {@code toISOString} does: UTC, always three digits of milliseconds. */
public final class IsoMillis {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private IsoMillis() {}

    /** For example {@code 2026-11-22T13:23:07.930Z}. */
    public static String of(Instant moment) {
        return FORMAT.format(moment);
    }
}

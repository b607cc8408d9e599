package com.emlyon.connect.app.parking;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a generation of a projection has parked.
 *
 * @param position its position in all of history
 * @param failure why it could not be applied; null when it only waits for the one before it in its stream
 * @param serving whether readers miss it; otherwise it is parked by the tables that are being built
 */
public record ParkedFact(
        long position,

        @Schema(example = "presence-4e41c0de-0000-4000-8000-000000000000")
        String stream,

        @Schema(example = "CheckedIn") String type,
        @Nullable String failure,
        String parkedAt,
        int generation,
        boolean serving) {}

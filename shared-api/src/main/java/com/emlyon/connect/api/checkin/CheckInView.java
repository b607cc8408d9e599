package com.emlyon.connect.api.checkin;

import com.emlyon.connect.api.account.StudentView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A check-in as the read model shows it. */
public record CheckInView(
        CheckInId id,
        StudentView user,
        String place,
        double latitude,
        double longitude,
        @Nullable String emoji,
        Instant at) {

    /** The check-in of a student with its whereabouts. */
    public static CheckInView of(CheckInId id, StudentView user, Whereabouts where, Instant at) {
        return new CheckInView(id, user, where.place(), where.latitude(), where.longitude(), where.emoji(), at);
    }
}

package com.emlyon.connect.app.checkin;

import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Coordinate;
import com.emlyon.connect.app.web.Student;
import com.emlyon.connect.app.web.StudentOfPromotion;
import org.jspecify.annotations.Nullable;

/**
 * A check-in as clients read it, with the fields in the order of the API contract. The timestamp is in milliseconds
 * since 1970.
 *
 * @param <U> the student: with the promotion in lists and WebSocket frames, without it elsewhere
 */
public record CheckInAnswer<U>(
        String id,
        U user,
        String locationName,
        Coordinate latitude,
        Coordinate longitude,
        long timestamp,
        @Nullable String statusEmoji) {

    static CheckInAnswer<Student> single(CheckInView checkIn, Avatars avatars) {
        return of(checkIn, Student.of(checkIn.user(), avatars));
    }

    /** Makes the form of lists and WebSocket frames. */
    public static CheckInAnswer<StudentOfPromotion> listed(CheckInView checkIn, Avatars avatars) {
        return of(checkIn, StudentOfPromotion.of(checkIn.user(), avatars));
    }

    private static <U> CheckInAnswer<U> of(CheckInView checkIn, U user) {
        return new CheckInAnswer<>(
                checkIn.id().value(),
                user,
                checkIn.place(),
                new Coordinate(checkIn.latitude()),
                new Coordinate(checkIn.longitude()),
                checkIn.at().toEpochMilli(),
                checkIn.emoji());
    }
}

package com.emlyon.connect.app.event;

import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Student;
import java.util.List;

/**
 * A campus event as clients read it, with the fields in the order of the API contract. The date is in milliseconds
 * since 1970.
 */
public record EventAnswer(
        String id, String title, String description, long date, Student creator, List<Student> attendees) {

    /** Makes the form of every answer and WebSocket frame. */
    public static EventAnswer of(EventView event, Avatars avatars) {
        return new EventAnswer(
                event.id().value(),
                event.title(),
                event.description(),
                event.date().toEpochMilli(),
                Student.of(event.creator(), avatars),
                event.attendees().stream()
                        .map(student -> Student.of(student, avatars))
                        .toList());
    }
}

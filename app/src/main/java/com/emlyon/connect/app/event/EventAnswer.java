package com.emlyon.connect.app.event;

import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Student;
import java.util.List;

/** A campus event on the wire, keys in the order of the contract; the date in milliseconds since 1970. */
public record EventAnswer(
        String id, String title, String description, long date, Student creator, List<Student> attendees) {

    /** As in every answer and frame. */
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

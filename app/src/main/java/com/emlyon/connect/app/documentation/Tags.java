package com.emlyon.connect.app.documentation;

import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;

/** The groups in which the document lists routes, in the order of the document. */
final class Tags {

    private Tags() {}

    static List<Tag> all() {
        return List.of(
                tag("Accounts", "Registration, login, password, and the end of an account"),
                tag("Sessions", "Where one is logged in, and logging out"),
                tag("Users", "One's own profile, picture and data, and the profiles of others"),
                tag("Check-ins", "Who is where; a check-in ends after 24 hours or with the next one"),
                tag("Events", "What takes place, who takes part, and what happened to an event"),
                tag("Pictures", "Uploaded pictures of students"),
                tag("Live", "Tickets for the WebSocket that sends changes"),
                tag("Administration", "History, past, projections, audit trail and log levels, for administrators"),
                tag("Operations", "Health"));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}

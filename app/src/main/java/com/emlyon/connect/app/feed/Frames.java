package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.app.checkin.CheckInAnswer;
import com.emlyon.connect.app.checkin.CheckInList;
import com.emlyon.connect.app.event.EventAnswer;
import com.emlyon.connect.app.event.EventList;
import com.emlyon.connect.app.live.ListContent;
import com.emlyon.connect.app.live.Look;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.StudentOfPromotion;
import com.emlyon.connect.query.live.Campus;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.json.JsonMapper;

/** Writes the frames of full lists, from the same items as the answers of the routes. */
@Component
class Frames {

    private final Avatars avatars;
    private final JsonMapper json;

    Frames(Avatars avatars, JsonMapper json) {
        this.avatars = avatars;
        this.json = json;
    }

    /** The first frame of a connection. */
    TextMessage initial(Look look) {
        return new TextMessage("{\"type\":\"initial\",\"checkIns\":%s,\"events\":%s}"
                .formatted(
                        look.list(CheckInList.class).array(),
                        look.list(EventList.class).array()));
    }

    /** The list of a topic. */
    TextMessage current(Topic topic, Look look) {
        return switch (topic) {
            case CHECK_INS -> changed("checkIns", look.list(CheckInList.class));
            case EVENTS -> changed("events", look.list(EventList.class));
        };
    }

    private static TextMessage changed(String type, ListContent<?> list) {
        return new TextMessage("{\"type\":\"%s\",\"data\":%s}".formatted(type, list.array()));
    }

    /** The first frame for those who get changes: all that later changes can remove. */
    TextMessage snapshot(Campus campus, String position) {
        return frame(new Snapshot("snapshot", position, listed(campus.checkInsWithUnreadable()), events(campus)));
    }

    /** A frame that says just this. */
    TextMessage frame(Object content) {
        return new TextMessage(json.writeValueAsString(content));
    }

    CheckInAnswer<StudentOfPromotion> listed(CheckInView checkIn) {
        return CheckInAnswer.listed(checkIn, avatars);
    }

    EventAnswer listed(EventView event) {
        return EventAnswer.of(event, avatars);
    }

    private List<CheckInAnswer<StudentOfPromotion>> listed(List<CheckInView> checkIns) {
        return checkIns.stream().map(this::listed).toList();
    }

    private List<EventAnswer> events(Campus campus) {
        return campus.events().stream().map(this::listed).toList();
    }

    private record Snapshot(
            String type, String position, List<CheckInAnswer<StudentOfPromotion>> checkIns, List<EventAnswer> events) {}
}

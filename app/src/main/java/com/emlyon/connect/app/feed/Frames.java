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
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.Campus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Serializes the frames of full lists, from the same items as the responses of the routes. */
@Component
class Frames {

    private final Avatars avatars;
    private final JsonMapper json;

    Frames(Avatars avatars, JsonMapper json) {
        this.avatars = avatars;
        this.json = json;
    }

    /** The first frame of a connection. */
    SharedText initial(Look look) {
        return SharedText.joining(
                utf8("{\"type\":\"initial\",\"checkIns\":"),
                look.list(CheckInList.class).array(),
                utf8(",\"events\":"),
                look.list(EventList.class).array(),
                utf8("}"));
    }

    /** The list of a topic. */
    SharedText current(Topic topic, Look look) {
        return switch (topic) {
            case CHECK_INS -> changed("checkIns", look.list(CheckInList.class));
            case EVENTS -> changed("events", look.list(EventList.class));
        };
    }

    private static SharedText changed(String type, ListContent<?> list) {
        return SharedText.joining(utf8("{\"type\":\"%s\",\"data\":".formatted(type)), list.array(), utf8("}"));
    }

    private static ByteBuffer utf8(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }

    /** The first frame of a client that gets single changes: it contains every item that a later change can remove. */
    SharedText snapshot(Campus campus, String position) {
        return frame(new Snapshot("snapshot", position, listed(campus.checkInsWithUnreadable()), events(campus)));
    }

    /** A frame with this content. */
    SharedText frame(Object content) {
        return SharedText.ofUtf8(json.writeValueAsBytes(content));
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

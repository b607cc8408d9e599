package com.emlyon.connect.app.feed;

import com.emlyon.connect.api.checkin.ActiveCheckIns;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.checkin.CheckIns;
import com.emlyon.connect.api.event.AllEvents;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.app.checkin.CheckInAnswer;
import com.emlyon.connect.app.event.EventAnswer;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Queries;
import com.emlyon.connect.app.web.StudentOfPromotion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.TextMessage;
import tools.jackson.databind.json.JsonMapper;

/** Writes frames: complete lists in the order of the REST answers, serialised once for all who get them. */
@Component
class Frames {

    private final Queries queries;
    private final Avatars avatars;
    private final JsonMapper json;
    private final Clock clock;

    Frames(Queries queries, Avatars avatars, JsonMapper json, Clock clock) {
        this.queries = queries;
        this.avatars = avatars;
        this.json = json;
        this.clock = clock;
    }

    /** The first frame of a connection. */
    Frame initial() {
        List<CheckInView> checkIns = checkIns();
        return frame(new Initial("initial", listed(checkIns), events()), firstExpiry(checkIns));
    }

    /** The list of a topic as it is now. */
    Frame current(Topic topic) {
        return switch (topic) {
            case CHECK_INS -> {
                List<CheckInView> checkIns = checkIns();
                yield frame(new Changed<>("checkIns", listed(checkIns)), firstExpiry(checkIns));
            }
            case EVENTS -> frame(new Changed<>("events", events()), Optional.empty());
        };
    }

    private Frame frame(Object content, Optional<Instant> validUntil) {
        return new Frame(new TextMessage(json.writeValueAsString(content)), validUntil);
    }

    private List<CheckInView> checkIns() {
        return queries.all(new ActiveCheckIns(clock.instant()), CheckInView.class);
    }

    private List<CheckInAnswer<StudentOfPromotion>> listed(List<CheckInView> checkIns) {
        return checkIns.stream()
                .map(checkIn -> CheckInAnswer.listed(checkIn, avatars))
                .toList();
    }

    private List<EventAnswer> events() {
        return queries.all(new AllEvents(Optional.empty()), EventView.class).stream()
                .map(event -> EventAnswer.of(event, avatars))
                .toList();
    }

    /** The list is newest first, so its last check-in is the first to expire. */
    private static Optional<Instant> firstExpiry(List<CheckInView> checkIns) {
        return checkIns.isEmpty()
                ? Optional.empty()
                : Optional.of(checkIns.getLast().at().plus(CheckIns.LIFETIME));
    }

    /**
     * A frame ready to be sent.
     *
     * @param validUntil when a check-in in it ends by itself
     */
    record Frame(TextMessage message, Optional<Instant> validUntil) {}

    private record Initial(String type, List<CheckInAnswer<StudentOfPromotion>> checkIns, List<EventAnswer> events) {}

    private record Changed<T>(String type, List<T> data) {}
}

package com.emlyon.connect.app.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.app.live.ListPlace;
import com.emlyon.connect.app.live.ListSource;
import com.emlyon.connect.app.live.Parameters;
import com.emlyon.connect.app.live.Selection;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.query.live.Campus;
import com.emlyon.connect.query.live.Change;
import com.emlyon.connect.query.live.Change.OfAccount;
import com.emlyon.connect.query.live.Change.OfAttendee;
import com.emlyon.connect.query.live.Change.OfCheckIn;
import com.emlyon.connect.query.live.Change.OfEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The list of campus events with their attendees, by date, earliest first. */
@Component
public class EventList implements ListSource<EventId, EventList.Place> {

    private final Avatars avatars;
    private final Clock clock;

    EventList(Avatars avatars, Clock clock) {
        this.avatars = avatars;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/api/events";
    }

    @Override
    public Stream<EventId> all(Campus campus) {
        return campus.eventIds();
    }

    @Override
    public Stream<EventId> changedBy(Change change, Campus campus) {
        return switch (change) {
            case OfEvent of -> Stream.of(of.event().id());
            case OfAttendee of -> Stream.of(of.event());
            case OfAccount of -> campus.eventsOf(of.account().id());
            case OfCheckIn of -> Stream.empty();
        };
    }

    @Override
    public Stream<EventId> showing(AccountId account, Campus campus) {
        return campus.eventsOf(account);
    }

    @Override
    public Stream<AccountId> shownIn(EventId event, Campus campus) {
        return campus.whoAppearsIn(event);
    }

    @Override
    public Optional<Item<Place>> item(EventId id, Campus campus) {
        return campus.event(id).map(event -> new Item<>(Place.of(event), EventAnswer.of(event, avatars)));
    }

    @Override
    public Selection<Place> selection(Parameters parameters) {
        EventSearch search = EventSearch.of(parameters, clock.instant());
        return Selection.between(search.first(), search.end(), parameters);
    }

    /** The place of an event in the list: earlier ones come first. */
    public record Place(Instant date, String id) implements ListPlace<Place> {

        private static final Comparator<Place> NEXT_FIRST =
                Comparator.comparing(Place::date).thenComparing(Place::id);

        static Place of(EventView event) {
            return new Place(event.date(), event.id().value());
        }

        /** The place before all events that begin at a moment. */
        static Place firstAt(Instant date) {
            return new Place(date, "");
        }

        @Override
        public int compareTo(Place other) {
            return NEXT_FIRST.compare(this, other);
        }
    }
}

package com.emlyon.connect.app.event;

import com.emlyon.connect.api.event.AllEvents;
import com.emlyon.connect.app.event.EventList.Place;
import com.emlyon.connect.app.live.Parameters;
import com.emlyon.connect.app.live.Selection;
import com.emlyon.connect.app.web.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/**
 * Selects campus events by when they begin; without parameters, all of them.
 *
 * @param from the earliest beginning, inclusive
 * @param until the end of the range, exclusive
 */
record EventSearch(Optional<Instant> from, Optional<Instant> until) {

    static final String FROM = "from";
    static final String TO = "to";
    static final String UPCOMING = "upcoming";
    static final String SINCE = "since";

    private static final Duration LONGEST_SINCE = Duration.ofDays(7);

    /**
     * Parses the parameters of a request.
     *
     * @throws Problem when a date or a duration cannot be parsed, or the duration is out of bounds
     */
    static EventSearch of(Parameters parameters, Instant now) {
        Optional<Instant> from = parameters.get(FROM).map(EventSearch::date);
        Optional<Instant> until = parameters.get(TO).map(EventSearch::date);
        Optional<Duration> since = parameters.get(SINCE).map(EventSearch::duration);
        Optional<Instant> upcoming = since.map(now::minus)
                .or(() -> parameters.get(UPCOMING).filter("true"::equals).map(asked -> now));
        return new EventSearch(Stream.concat(from.stream(), upcoming.stream()).max(Comparator.naturalOrder()), until);
    }

    /**
     * Makes the query for all events that may be selected. For a page that continues after an item, the query has no
     * lower bound, because that event may have begun by now.
     */
    static AllEvents query(Selection<Place> selection) {
        return new AllEvents(
                selection
                        .from()
                        .filter(first -> selection.page().after().isEmpty())
                        .map(Place::date),
                selection.until().map(Place::date));
    }

    Optional<Place> first() {
        return from.map(Place::firstAt);
    }

    Optional<Place> end() {
        return until.map(Place::firstAt);
    }

    private static Instant date(String text) {
        return EventDate.parse(text, ZoneId.systemDefault())
                .orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "events.date"));
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(LONGEST_SINCE) <= 0) {
                return duration;
            }
        } catch (DateTimeException unreadable) {
            // Answered like a duration that is out of bounds.
        }
        throw new Problem(HttpStatus.BAD_REQUEST, "events.since");
    }
}

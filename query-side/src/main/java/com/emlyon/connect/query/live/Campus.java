package com.emlyon.connect.query.live;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.checkin.CheckIns;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.query.account.AccountsInMemory;
import com.emlyon.connect.query.checkin.CheckInsInMemory;
import com.emlyon.connect.query.event.EventsInMemory;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.projections.table.Lookup;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What readers see of rows in memory at a moment: the same as the answers of the queries.
 *
 * @param time check-ins that have ended by this time are not shown
 * @param cipher decrypts encrypted values
 */
public record Campus(Lookup rows, Instant time, PersonalDataReader personalData) {

    /**
     * The check-ins that {@link Change}s start from, newest first. A key is destroyed a moment before the rows of its account
     * are removed; those rows are included, because a change removes them later.
     */
    public List<CheckInView> checkInsWithUnreadable() {
        return new CheckInsInMemory(rows, personalData).newestFirst(this::isShown);
    }

    /** The campus events, by date ascending. */
    public List<EventView> events() {
        return new EventsInMemory(rows, personalData).nextFirst();
    }

    /** The time at which the next check-in ends by itself; empty when there is none. */
    Optional<Instant> nextEnd() {
        return active().map(stay -> end(stay.since())).min(Comparator.naturalOrder());
    }

    /**
     * The students whose check-ins end by themselves until another moment, grouped by the time of the end, in order.
     */
    SortedMap<Instant, List<AccountId>> ending(Instant until) {
        return active().filter(stay -> !end(stay.since()).isAfter(until))
                .collect(groupingBy(
                        stay -> end(stay.since()), TreeMap::new, mapping(CheckInsInMemory.Stay::student, toList())));
    }

    private Stream<CheckInsInMemory.Stay> active() {
        return new CheckInsInMemory(rows, personalData).all().filter(this::isShown);
    }

    /** All accounts. */
    public Stream<AccountId> accounts() {
        return new AccountsInMemory(rows, personalData).all();
    }

    /** The students with a check-in that is shown. */
    public Stream<AccountId> checkedIn() {
        return active().map(CheckInsInMemory.Stay::student);
    }

    /** All campus events. */
    public Stream<EventId> eventIds() {
        return new EventsInMemory(rows, personalData).all();
    }

    /** The account with the given id; empty when it does not exist. */
    public Optional<AccountView> account(AccountId account) {
        return new AccountsInMemory(rows, personalData).find(account);
    }

    /** The check-in of a student; empty when it is not shown, or its whereabouts cannot be decrypted any more. */
    public Optional<CheckInView> readableCheckInOf(AccountId student) {
        return new CheckInsInMemory(rows, personalData).readable(student).filter(this::isShown);
    }

    Optional<CheckInView> checkInOf(AccountId student) {
        return new CheckInsInMemory(rows, personalData).of(student).filter(this::isShown);
    }

    /** The campus event with the given id; empty when it does not exist. */
    public Optional<EventView> event(EventId event) {
        return new EventsInMemory(rows, personalData).find(event);
    }

    /** The creator and the attendees of an event. */
    public Stream<AccountId> whoAppearsIn(EventId event) {
        return new EventsInMemory(rows, personalData).whoAppearsIn(event);
    }

    /** The events that a student has created or takes part in. */
    public Stream<EventId> eventsOf(AccountId student) {
        EventsInMemory events = new EventsInMemory(rows, personalData);
        return Stream.concat(events.createdBy(student), events.attendedBy(student));
    }

    private boolean isShown(CheckInView checkIn) {
        return end(checkIn.at()).isAfter(time);
    }

    private boolean isShown(CheckInsInMemory.Stay stay) {
        return end(stay.since()).isAfter(time);
    }

    /**
     * The time at which a check-in ends by itself, rounded up to a millisecond, because clients store positions in
     * milliseconds.
     */
    static Instant end(Instant since) {
        Instant end = since.plus(CheckIns.LIFETIME);
        Instant whole = end.truncatedTo(ChronoUnit.MILLIS);
        return whole.equals(end) ? end : whole.plusMillis(1);
    }
}

package com.emlyon.connect.query.live;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.Vault;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.checkin.CheckIns;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.query.account.AccountsInMemory;
import com.emlyon.connect.query.checkin.CheckInsInMemory;
import com.emlyon.connect.query.event.EventsInMemory;
import com.emlyon.connect.query.table.Lookup;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What readers are shown of rows at a moment: the same as the answers of the read model, from memory.
 *
 * @param time check-ins that have ended by then are not shown
 * @param vault opens what rows keep sealed
 */
public record Campus(Lookup rows, Instant time, Vault vault) {

    /** Who is where, newest first. */
    public List<CheckInView> checkIns() {
        return new CheckInsInMemory(rows, vault)
                .newestFirst(stay -> end(stay.since()).isAfter(time));
    }

    /** The campus events, the next one first. */
    public List<EventView> events() {
        return new EventsInMemory(rows, vault).nextFirst();
    }

    /** When the next check-in ends by itself; empty when nobody is anywhere. */
    Optional<Instant> nextEnd() {
        return new CheckInsInMemory(rows, vault)
                .all()
                .map(stay -> end(stay.since()))
                .filter(end -> end.isAfter(time))
                .min(Comparator.naturalOrder());
    }

    /** The students whose check-in ends by itself until another moment. */
    Stream<AccountId> ending(Instant until) {
        return new CheckInsInMemory(rows, vault)
                .all()
                .filter(stay ->
                        end(stay.since()).isAfter(time) && !end(stay.since()).isAfter(until))
                .map(CheckInsInMemory.Stay::student);
    }

    Optional<AccountView> account(AccountId account) {
        return new AccountsInMemory(rows, vault).find(account);
    }

    Optional<CheckInView> checkInOf(AccountId student) {
        return new CheckInsInMemory(rows, vault).of(student).filter(this::isShown);
    }

    Optional<EventView> event(EventId event) {
        return new EventsInMemory(rows, vault).find(event);
    }

    /** Who has created an event, and who takes part. */
    Stream<AccountId> whoAppearsIn(EventId event) {
        return new EventsInMemory(rows, vault).whoAppearsIn(event);
    }

    /** The events that a student has created or takes part in. */
    Stream<EventId> eventsOf(AccountId student) {
        EventsInMemory events = new EventsInMemory(rows, vault);
        return Stream.concat(events.createdBy(student), events.attendedBy(student));
    }

    private boolean isShown(CheckInView checkIn) {
        return end(checkIn.at()).isAfter(time);
    }

    private static Instant end(Instant since) {
        return since.plus(CheckIns.LIFETIME);
    }
}

package com.emlyon.connect.query.live;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.AccountView;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.query.account.AccountsInMemory;
import com.emlyon.connect.query.checkin.CheckInsInMemory;
import com.emlyon.connect.query.event.EventsInMemory;
import com.emlyon.connect.query.live.Change.Kind;
import com.emlyon.connect.query.live.Change.OfAccount;
import com.emlyon.connect.query.live.Change.OfAttendee;
import com.emlyon.connect.query.live.Change.OfCheckIn;
import com.emlyon.connect.query.live.Change.OfEvent;
import com.emlyon.platform.projections.table.ObservedRows.Changes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the differences between the campus at two moments, looking only at rows that were touched in between. Added
 * accounts come before their check-ins and events, and removed accounts after them, so a client that applies the
 * changes in order always knows the student of each.
 */
final class Differences {

    private final Campus before;
    private final Campus after;
    private final List<Change> changes = new ArrayList<>();

    private Differences(Campus before, Campus after) {
        this.before = before;
        this.after = after;
    }

    /** The changes, when these rows were touched. */
    static List<Change> between(Campus before, Campus after, Changes touched) {
        return new Differences(before, after).all(touched);
    }

    /** The changes of the check-ins of some students between two times, without any change of rows. */
    static List<Change> ofCheckIns(Campus before, Campus after, Collection<AccountId> students) {
        after.personalData().expect(students);
        Differences differences = new Differences(before, after);
        students.forEach(differences::compareCheckIn);
        return differences.changes;
    }

    private List<Change> all(Changes touched) {
        Set<AccountId> accounts = new LinkedHashSet<>();
        touched.touched(AccountsInMemory.TABLE).forEach(key -> accounts.add(account(key.getFirst())));
        Set<AccountId> movers = new LinkedHashSet<>();
        touched.touched(CheckInsInMemory.TABLE).forEach(key -> movers.add(account(key.getFirst())));
        Set<EventId> events = new LinkedHashSet<>();
        touched.touched(EventsInMemory.TABLE).forEach(key -> events.add(event(key.getFirst())));
        touched.touched(EventsInMemory.ATTENDANCES).forEach(key -> events.add(event(key.getFirst())));
        expect(accounts, movers, events);
        accounts.forEach(this::compareAccount);

        // Check-ins and events are shown only together with their student.
        Set<AccountId> cameOrWent = new LinkedHashSet<>(accounts);
        cameOrWent.removeIf(account ->
                before.account(account).isPresent() == after.account(account).isPresent());

        movers.addAll(cameOrWent);
        movers.forEach(this::compareCheckIn);

        for (AccountId account : cameOrWent) {
            before.eventsOf(account).forEach(events::add);
            after.eventsOf(account).forEach(events::add);
        }
        events.forEach(this::compareEvent);

        accounts.forEach(this::farewell);
        return changes;
    }

    /** Announces all accounts that will be shown to the cipher, so that it reads all keys with one query. */
    private void expect(Set<AccountId> accounts, Set<AccountId> movers, Set<EventId> events) {
        Set<AccountId> shown = new HashSet<>(accounts);
        shown.addAll(movers);
        for (EventId event : events) {
            before.whoAppearsIn(event).forEach(shown::add);
            after.whoAppearsIn(event).forEach(shown::add);
        }
        after.personalData().expect(shown);
    }

    private void compareAccount(AccountId account) {
        Optional<AccountView> former = before.account(account);
        after.account(account)
                .filter(present -> !former.equals(Optional.of(present)))
                .ifPresent(
                        present -> changes.add(new OfAccount(former.isPresent() ? Kind.CHANGED : Kind.ADDED, present)));
    }

    private void farewell(AccountId account) {
        if (after.account(account).isEmpty()) {
            before.account(account).ifPresent(former -> changes.add(new OfAccount(Kind.REMOVED, former)));
        }
    }

    private void compareCheckIn(AccountId student) {
        Optional<CheckInView> former = before.checkInOf(student);
        Optional<CheckInView> present = after.checkInOf(student);
        boolean isSame = former.isPresent()
                && present.isPresent()
                && former.get().id().equals(present.get().id());
        former.filter(checkIn -> !isSame).ifPresent(checkIn -> changes.add(new OfCheckIn(Kind.REMOVED, checkIn)));
        present.filter(checkIn -> !isSame || !saysTheSame(former.orElseThrow(), checkIn))
                .ifPresent(checkIn -> changes.add(new OfCheckIn(isSame ? Kind.CHANGED : Kind.ADDED, checkIn)));
    }

    private static boolean saysTheSame(CheckInView one, CheckInView other) {
        return one.place().equals(other.place())
                && one.latitude() == other.latitude()
                && one.longitude() == other.longitude()
                && Objects.equals(one.emoji(), other.emoji())
                && one.at().equals(other.at());
    }

    private void compareEvent(EventId id) {
        Optional<EventView> former = before.event(id);
        Optional<EventView> present = after.event(id);
        if (former.isEmpty() || present.isEmpty()) {
            former.ifPresent(event -> changes.add(new OfEvent(Kind.REMOVED, event)));
            present.ifPresent(event -> changes.add(new OfEvent(Kind.ADDED, event)));
        } else if (!saysTheSame(former.get(), present.get())
                || !ids(common(former.get(), present.get())).equals(ids(common(present.get(), former.get())))) {
            changes.add(new OfEvent(Kind.CHANGED, present.get()));
        } else {
            note(Kind.REMOVED, id, former.get(), present.get());
            note(Kind.ADDED, id, present.get(), former.get());
        }
    }

    private static boolean saysTheSame(EventView one, EventView other) {
        return one.title().equals(other.title())
                && one.description().equals(other.description())
                && one.date().equals(other.date())
                && one.creator().id().equals(other.creator().id());
    }

    /** The attendees of both, in the order of the first: a student who has left and joined again has another place. */
    private static List<StudentView> common(EventView first, EventView second) {
        Set<AccountId> others = new HashSet<>(ids(second.attendees()));
        return first.attendees().stream()
                .filter(student -> others.contains(student.id()))
                .toList();
    }

    private void note(Kind kind, EventId event, EventView attended, EventView other) {
        Set<AccountId> others = new HashSet<>(ids(other.attendees()));
        attended.attendees().stream()
                .filter(Predicate.not(student -> others.contains(student.id())))
                .forEach(student -> changes.add(new OfAttendee(kind, event, student)));
    }

    private static List<AccountId> ids(List<StudentView> students) {
        return students.stream().map(StudentView::id).toList();
    }

    private static AccountId account(Object key) {
        return new AccountId((String) key);
    }

    private static EventId event(Object key) {
        return new EventId((String) key);
    }
}

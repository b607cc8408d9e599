package com.emlyon.connect.query.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.query.account.AccountsInMemory;
import com.emlyon.connect.query.account.Decryption;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.projections.table.Lookup;
import com.emlyon.platform.projections.table.Row;
import com.emlyon.platform.projections.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads campus events from rows in memory. An event whose creator has no row is left out. */
public record EventsInMemory(Lookup rows, PersonalDataReader personalData) {

    /** The table of the events; its whole key is the id of the event. */
    public static final Table TABLE = EventProjection.EVENT;

    /** The table of the attendees; its key is the id of the event and the id of the student. */
    public static final Table ATTENDANCES = EventProjection.ATTENDANCE;

    private static final Comparator<EventView> NEXT_FIRST = Comparator.comparing(EventView::date)
            .thenComparing(event -> event.id().value());

    /** The event with the given id; empty when it does not exist. */
    public Optional<EventView> find(EventId event) {
        return rows.find(TABLE, EventProjection.ID.of(event.value())).flatMap(this::view);
    }

    /** The creator and the attendees of an event; only their ids, nothing is decrypted. */
    public Stream<AccountId> whoAppearsIn(EventId event) {
        return Stream.concat(
                rows.find(TABLE, EventProjection.ID.of(event.value())).stream().map(EventsInMemory::creator),
                rows.having(ATTENDANCES, EventProjection.ATTENDED.of(event.value()))
                        .map(EventsInMemory::attendee));
    }

    private static AccountId creator(Row event) {
        return new AccountId(event.text(EventProjection.CREATOR));
    }

    private static AccountId attendee(Row attendance) {
        return new AccountId(attendance.text(EventProjection.ACCOUNT));
    }

    /** All events, by date ascending, then by id. */
    public List<EventView> nextFirst() {
        personalData.expect(Stream.concat(
                        rows.all(TABLE).map(EventsInMemory::creator),
                        rows.all(ATTENDANCES).map(EventsInMemory::attendee))
                .collect(Collectors.toSet()));
        return rows.all(TABLE)
                .flatMap(row -> view(row).stream())
                .sorted(NEXT_FIRST)
                .toList();
    }

    /** All events, in no order. */
    public Stream<EventId> all() {
        return rows.all(TABLE).map(row -> new EventId(row.text(EventProjection.ID)));
    }

    /** The events that a student has created. */
    public Stream<EventId> createdBy(AccountId student) {
        return rows.having(TABLE, EventProjection.CREATOR.of(student.value()))
                .map(row -> new EventId(row.text(EventProjection.ID)));
    }

    /** The events in which a student takes part. */
    public Stream<EventId> attendedBy(AccountId student) {
        return rows.having(ATTENDANCES, EventProjection.ACCOUNT.of(student.value()))
                .map(row -> new EventId(row.text(EventProjection.ATTENDED)));
    }

    private Optional<EventView> view(Row row) {
        AccountsInMemory accounts = new AccountsInMemory(rows, personalData);
        Decryption decryption = new Decryption(personalData);
        return accounts.student(creator(row))
                .map(creator -> new EventView(
                        new EventId(row.text(EventProjection.ID)),
                        decryption.text(row.text(EventProjection.TITLE)),
                        decryption.text(row.text(EventProjection.DESCRIPTION)),
                        row.moment(EventProjection.DATE),
                        creator,
                        attendees(row, accounts)));
    }

    private List<StudentView> attendees(Row event, AccountsInMemory accounts) {
        return rows.having(ATTENDANCES, EventProjection.ATTENDED.of(event.text(EventProjection.ID)))
                .sorted(Comparator.comparingLong(row -> row.number(EventProjection.JOINED)))
                .flatMap(row -> accounts.student(attendee(row)).stream())
                .toList();
    }
}

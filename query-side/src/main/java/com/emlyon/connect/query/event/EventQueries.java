package com.emlyon.connect.query.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.event.AllEvents;
import com.emlyon.connect.api.event.EventById;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.query.account.Decryption;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers queries for campus events; the events and attendances of one answer come from one snapshot. */
@Component
class EventQueries {

    /**
     * Bounds before and after all events: no event has a year of more than four digits, and PostgreSQL supports both
     * values.
     */
    private static final Instant BEFORE_ALL = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant AFTER_ALL = Instant.parse("+10000-01-01T00:00:00Z");

    private final EventRows events;
    private final AttendanceRows attendances;
    private final PersonalDataReader personalData;
    private final Decryption decryption;
    private final TransactionTemplate snapshots;

    EventQueries(
            EventRows events,
            AttendanceRows attendances,
            PersonalDataReader personalData,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.attendances = attendances;
        this.personalData = personalData;
        this.decryption = new Decryption(personalData);
        this.snapshots = new TransactionTemplate(transactions);
        snapshots.setReadOnly(true);
        snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @QueryHandler
    List<EventView> answer(AllEvents query) {
        if (query.from().isEmpty() && query.until().isEmpty()) {
            return views(() -> new Found(events.all(), attendances.all()));
        }
        Instant from = query.from().orElse(BEFORE_ALL);
        Instant until = query.until().orElse(AFTER_ALL);
        return views(() -> new Found(events.between(from, until), attendances.between(from, until)));
    }

    @QueryHandler
    Optional<EventView> answer(EventById query) {
        String id = query.event().value();
        return views(() -> new Found(events.named(id).stream().toList(), attendances.of(id))).stream()
                .findFirst();
    }

    /**
     * Decrypts only after the snapshot has ended: within it, a key that has been destroyed since would still be found.
     */
    private List<EventView> views(Supplier<Found> search) {
        Found found = Objects.requireNonNull(snapshots.execute(snapshot -> search.get()));
        personalData.expect(Stream.concat(
                        found.events().stream().map(EventRow::creator),
                        found.attendances().stream().map(AttendanceRow::account))
                .collect(toSet()));
        Map<String, List<StudentView>> students = found.attendances().stream()
                .collect(groupingBy(
                        AttendanceRow::event, mapping(attendance -> attendance.student(decryption), toList())));
        return found.events().stream()
                .map(event -> event.view(students.getOrDefault(event.id(), List.of()), decryption))
                .toList();
    }

    private record Found(List<EventRow> events, List<AttendanceRow> attendances) {}
}

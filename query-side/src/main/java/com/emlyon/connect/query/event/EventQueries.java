package com.emlyon.connect.query.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.account.Vault;
import com.emlyon.connect.api.event.AllEvents;
import com.emlyon.connect.api.event.EventById;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.query.account.Unsealing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions about campus events; events and attendances of one answer come from one snapshot. */
@Component
class EventQueries {

    private final EventRows events;
    private final AttendanceRows attendances;
    private final Vault vault;
    private final Unsealing unsealing;

    EventQueries(EventRows events, AttendanceRows attendances, Vault vault) {
        this.events = events;
        this.attendances = attendances;
        this.vault = vault;
        this.unsealing = new Unsealing(vault);
    }

    @QueryHandler
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<EventView> answer(AllEvents query) {
        return query.from()
                .map(from -> views(events.from(from), attendances.from(from)))
                .orElseGet(() -> views(events.all(), attendances.all()));
    }

    @QueryHandler
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<EventView> answer(EventById query) {
        String id = query.event().value();
        return events.named(id)
                .map(event -> views(List.of(event), attendances.of(id)).getFirst());
    }

    private List<EventView> views(List<EventRow> events, List<AttendanceRow> attendances) {
        vault.expect(Stream.concat(
                        events.stream().map(EventRow::creator),
                        attendances.stream().map(AttendanceRow::account))
                .collect(toSet()));
        Map<String, List<StudentView>> students = attendances.stream()
                .collect(groupingBy(
                        AttendanceRow::event, mapping(attendance -> attendance.student(unsealing), toList())));
        return events.stream()
                .map(event -> event.view(students.getOrDefault(event.id(), List.of()), unsealing))
                .toList();
    }
}

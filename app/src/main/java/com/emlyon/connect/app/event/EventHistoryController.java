package com.emlyon.connect.app.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.event.EventFact;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventUnknown;
import com.emlyon.connect.app.account.Accounts;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Student;
import com.emlyon.connect.app.web.Texts;
import com.emlyon.platform.eventstore.personal.PersonalDataReader;
import com.emlyon.platform.eventstore.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows attendees what happened to a campus event. It reads the facts and not a view, so the answer is never late. */
@RestController
@Tag(name = "Events")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/events/{id}/history")
class EventHistoryController {

    private final EventStore history;
    private final Accounts accounts;
    private final PersonalDataReader personalData;
    private final Avatars avatars;
    private final Texts texts;

    EventHistoryController(
            EventStore history, Accounts accounts, PersonalDataReader personalData, Avatars avatars, Texts texts) {
        this.history = history;
        this.accounts = accounts;
        this.personalData = personalData;
        this.avatars = avatars;
        this.texts = texts;
    }

    @Operation(
            operationId = "readEventHistory",
            summary =
                    "Tells what happened to an event in which one takes part, oldest first; also when it is cancelled")
    @FailsWith(status = HttpStatus.FORBIDDEN, text = "event.notJoined")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "event.unknown")
    @GetMapping
    Data<List<EventHistoryEntryAnswer>> of(@AuthenticationPrincipal AccountId me, @PathVariable String id) {
        EventChronicle chronicle = chronicle(new EventId(id));
        if (!chronicle.isFor(me)) {
            throw new Problem(HttpStatus.FORBIDDEN, "event.notJoined");
        }
        Map<AccountId, StudentView> existing = accounts.existing(chronicle.students());
        return Data.of(chronicle.happenings().stream()
                .map(happening -> answer(happening, existing.get(happening.student())))
                .toList());
    }

    private EventHistoryEntryAnswer answer(EventHistoryEntry happening, @Nullable StudentView student) {
        return student == null
                ? EventHistoryEntryAnswer.of(happening.withoutWords(), Student.gone(happening.student(), texts))
                : EventHistoryEntryAnswer.of(happening, Student.of(student, avatars));
    }

    /** Reads the stream from its first fact on, because a snapshot would replace the facts before it. */
    private EventChronicle chronicle(EventId event) {
        EventChronicle chronicle = new EventChronicle(personalData);
        DomainEventStream facts = history.readEvents(event.value(), 0);
        while (facts.hasNext()) {
            if (facts.next().getPayload() instanceof EventFact fact) {
                chronicle.add(fact);
            }
        }
        if (chronicle.isEmpty()) {
            throw new Refused(new EventUnknown(event));
        }
        return chronicle;
    }
}

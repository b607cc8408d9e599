package com.emlyon.connect.app.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.account.StudentView;
import com.emlyon.connect.api.event.CancelEvent;
import com.emlyon.connect.api.event.CreateEvent;
import com.emlyon.connect.api.event.EventById;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventUnknown;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.api.event.Invitation;
import com.emlyon.connect.api.event.JoinEvent;
import com.emlyon.connect.api.event.LeaveEvent;
import com.emlyon.connect.api.event.UpdateEvent;
import com.emlyon.connect.app.account.Accounts;
import com.emlyon.connect.app.fields.RequestFields;
import com.emlyon.connect.app.idempotency.KeyedRequest;
import com.emlyon.connect.app.live.PagedList;
import com.emlyon.connect.app.live.Parameters;
import com.emlyon.connect.app.live.Selection;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Commands;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.Done;
import com.emlyon.connect.app.web.DoneWith;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Queries;
import com.emlyon.connect.app.web.Texts;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.eventstore.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists, creates, changes and cancels campus events, and lets the caller join and leave them. */
@RestController
@Tag(name = "Events")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/events")
class EventController {

    private final Commands commands;
    private final KeyedRequest keyed;
    private final Queries queries;
    private final EventList list;
    private final Accounts accounts;
    private final Avatars avatars;
    private final Texts texts;
    private final Clock clock;

    EventController(
            Commands commands,
            KeyedRequest keyed,
            Queries queries,
            EventList list,
            Accounts accounts,
            Avatars avatars,
            Texts texts,
            Clock clock) {
        this.commands = commands;
        this.keyed = keyed;
        this.queries = queries;
        this.list = list;
        this.accounts = accounts;
        this.avatars = avatars;
        this.texts = texts;
        this.clock = clock;
    }

    @Operation(
            operationId = "listEvents",
            summary = "Lists all events by date, past ones included unless asked otherwise")
    @Parameter(
            name = EventSearch.UPCOMING,
            in = ParameterIn.QUERY,
            description = "Only events that have not begun.",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @Parameter(
            name = EventSearch.SINCE,
            in = ParameterIn.QUERY,
            description =
                    "Only events that have not begun, or did so long ago at most: a duration of ISO 8601, up to seven days.",
            schema = @Schema(type = "string", format = "duration", example = "PT6H"))
    @Parameter(
            name = EventSearch.FROM,
            in = ParameterIn.QUERY,
            description = "Only events that begin at this date of ISO 8601 or later.",
            schema = @Schema(type = "string", example = "2031-05-01"))
    @Parameter(
            name = EventSearch.TO,
            in = ParameterIn.QUERY,
            description = "Only events that begin before this date of ISO 8601.",
            schema = @Schema(type = "string", example = "2031-06-01T00:00:00Z"))
    @PagedList
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "events.date")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "events.since")
    @GetMapping
    Data<List<EventAnswer>> all(@Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        Selection<EventList.Place> selection = list.selection(Parameters.of(parameters));
        List<EventView> events = queries.all(EventSearch.query(selection), EventView.class);
        return Data.of(selection.of(events, EventList.Place::of).stream()
                .map(event -> EventAnswer.of(event, avatars))
                .toList());
    }

    @Operation(operationId = "readEvent", summary = "Shows an event")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "event.unknown")
    @GetMapping("/{id}")
    Data<EventAnswer> one(@PathVariable String id) {
        EventId event = new EventId(id);
        return Data.of(queries.one(new EventById(event), EventView.class)
                .map(view -> EventAnswer.of(view, avatars))
                .orElseThrow(() -> new Refused(new EventUnknown(event))));
    }

    @Operation(operationId = "createEvent", summary = "Announces an event; its creator takes part")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "event.tooManyToCome")
    @FailsWith(status = HttpStatus.TOO_MANY_REQUESTS, text = "event.tooManyADay")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DoneWith<EventAnswer> create(
            @AuthenticationPrincipal AccountId me, @RequestFields EventRequest request, HttpServletResponse response) {
        StudentView creator = accounts.ownShown(me, response).student();
        Invitation invitation = new Invitation(
                request.title(), request.description(), date(request.date()).orElseThrow());
        EventId event = EventId.random();
        DoneWith<EventAnswer> answer = answer("event.created", event, invitation, creator, List.of(creator));
        keyed.answerWithFacts(answer);
        commands.send(
                me,
                new CreateEvent(
                        event, me, invitation.title(), invitation.description(), invitation.date(), clock.instant()),
                response,
                Projections.EVENTS);
        return answer;
    }

    @Operation(
            operationId = "changeEvent",
            summary = "Changes an event of one's own; what is missing, null or empty stays as it is")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "event.tooManyToCome")
    @FailsWith(status = HttpStatus.FORBIDDEN, text = "notYours")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "event.unknown")
    @PutMapping("/{id}")
    DoneWith<EventAnswer> update(
            @AuthenticationPrincipal AccountId me,
            @PathVariable String id,
            @RequestFields EventChange request,
            HttpServletResponse response) {
        EventId event = new EventId(id);
        StudentView creator = accounts.own(me).student();
        Invitation invitation = commands.send(
                me,
                new UpdateEvent(
                        event,
                        me,
                        Optional.ofNullable(request.title()),
                        Optional.ofNullable(request.description()),
                        Optional.ofNullable(request.date()).flatMap(EventController::date),
                        clock.instant()),
                response,
                Projections.EVENTS);
        List<StudentView> attendees = queries.one(new EventById(event), EventView.class)
                .map(EventView::attendees)
                .orElse(List.of(creator));
        return answer("event.updated", event, invitation, creator, attendees);
    }

    @Operation(operationId = "cancelEvent", summary = "Cancels an event of one's own")
    @FailsWith(status = HttpStatus.FORBIDDEN, text = "notYours")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "event.unknown")
    @DeleteMapping("/{id}")
    Done cancel(@AuthenticationPrincipal AccountId me, @PathVariable String id, HttpServletResponse response) {
        commands.send(me, new CancelEvent(new EventId(id), me, clock.instant()), response, Projections.EVENTS);
        return Done.saying(texts.of("event.deleted"));
    }

    @Operation(operationId = "joinEvent", summary = "Takes part in an event")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "event.alreadyJoined")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "event.unknown")
    @PostMapping("/{id}/attend")
    Done join(@AuthenticationPrincipal AccountId me, @PathVariable String id, HttpServletResponse response) {
        accounts.callLateUntilShown(me, response);
        Done answer = Done.saying(texts.of("event.joined"));
        keyed.answerWithFacts(answer);
        commands.send(me, new JoinEvent(new EventId(id), me, clock.instant()), response, Projections.EVENTS);
        return answer;
    }

    @Operation(operationId = "leaveEvent", summary = "No longer takes part in an event")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "event.notJoined")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "event.creatorCannotLeave")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "event.unknown")
    @DeleteMapping("/{id}/attend")
    Done leave(@AuthenticationPrincipal AccountId me, @PathVariable String id, HttpServletResponse response) {
        commands.send(me, new LeaveEvent(new EventId(id), me, clock.instant()), response, Projections.EVENTS);
        return Done.saying(texts.of("event.left"));
    }

    private DoneWith<EventAnswer> answer(
            String text, EventId event, Invitation invitation, StudentView creator, List<StudentView> attendees) {
        EventView view = new EventView(
                event, invitation.title(), invitation.description(), invitation.date(), creator, attendees);
        return DoneWith.saying(texts.of(text), EventAnswer.of(view, avatars));
    }

    private static Optional<Instant> date(String text) {
        return EventDate.parse(text, ZoneId.systemDefault());
    }
}

package com.emlyon.connect.app.event;

import com.emlyon.connect.api.event.EventAt;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventUnknown;
import com.emlyon.connect.api.event.EventView;
import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.past.AsOf;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Queries;
import com.emlyon.platform.eventstore.refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators a campus event as of a given moment. */
@RestController
@Tag(name = "Administration")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/admin/events")
class PastEventController {

    private final Queries queries;
    private final AsOf asOf;
    private final Avatars avatars;
    private final AuditTrail trail;

    PastEventController(Queries queries, AsOf asOf, Avatars avatars, AuditTrail trail) {
        this.queries = queries;
        this.asOf = asOf;
        this.avatars = avatars;
        this.trail = trail;
    }

    @Operation(operationId = "readEventAsOf", summary = "Shows an event, and who took part, as it was at a moment")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "asOf.invalid")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "asOf.future")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "event.unknown")
    @GetMapping("/{id}")
    Data<EventAnswer> one(
            @PathVariable String id,
            @Parameter(name = "asOf", description = AsOf.DESCRIPTION) @RequestParam(name = "asOf", defaultValue = "")
                    String moment) {
        EventId event = new EventId(id);
        Optional<EventView> found = queries.one(new EventAt(event, asOf.parse(moment)), EventView.class);
        trail.noteLook(Kind.PAST_READ, id, found);
        return Data.of(found.map(view -> EventAnswer.of(view, avatars))
                .orElseThrow(() -> new Refused(new EventUnknown(event))));
    }
}

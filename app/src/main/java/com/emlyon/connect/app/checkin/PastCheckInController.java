package com.emlyon.connect.app.checkin;

import com.emlyon.connect.api.Query;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.checkin.CheckInAt;
import com.emlyon.connect.api.checkin.CheckInId;
import com.emlyon.connect.api.checkin.CheckInOfStudentAt;
import com.emlyon.connect.api.checkin.CheckInView;
import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.past.AsOf;
import com.emlyon.connect.app.web.Avatars;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Queries;
import com.emlyon.connect.app.web.Student;
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

/**
 * Shows administrators where a student was checked in at a given moment. A check-in is shown until the end that was set
 * when it was made.
 */
@RestController
@Tag(name = "Administration")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@FailsWith(status = HttpStatus.BAD_REQUEST, text = "asOf.invalid")
@FailsWith(status = HttpStatus.BAD_REQUEST, text = "asOf.future")
@FailsWith(status = HttpStatus.NOT_FOUND, text = "checkIn.unknown")
@RequestMapping("/api/admin/check-ins")
class PastCheckInController {

    private final Queries queries;
    private final AsOf asOf;
    private final Avatars avatars;
    private final AuditTrail trail;

    PastCheckInController(Queries queries, AsOf asOf, Avatars avatars, AuditTrail trail) {
        this.queries = queries;
        this.asOf = asOf;
        this.avatars = avatars;
        this.trail = trail;
    }

    @Operation(operationId = "readCheckInAsOf", summary = "Shows a check-in as it was at a moment")
    @GetMapping("/{id}")
    Data<CheckInAnswer<Student>> one(
            @PathVariable String id,
            @Parameter(name = "asOf", description = AsOf.DESCRIPTION) @RequestParam(name = "asOf", defaultValue = "")
                    String moment) {
        return answer(id, new CheckInAt(new CheckInId(id), asOf.parse(moment)));
    }

    @Operation(operationId = "readCheckInOfUserAsOf", summary = "Shows where a student was at a moment")
    @GetMapping("/user/{account}")
    Data<CheckInAnswer<Student>> of(
            @PathVariable String account,
            @Parameter(name = "asOf", description = AsOf.DESCRIPTION) @RequestParam(name = "asOf", defaultValue = "")
                    String moment) {
        return answer(account, new CheckInOfStudentAt(new AccountId(account), asOf.parse(moment)));
    }

    private Data<CheckInAnswer<Student>> answer(String of, Query<Optional<CheckInView>> query) {
        Optional<CheckInView> found = queries.one(query, CheckInView.class);
        trail.noteLook(Kind.PAST_READ, of, found);
        return Data.of(found.map(checkIn -> CheckInAnswer.single(checkIn, avatars))
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "checkIn.unknown")));
    }
}

package com.emlyon.connect.app.audit;

import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.PageLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators the trail of what happened that matters to security. */
@RestController
@Tag(name = "Administration")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/admin/audit")
class AuditController {

    private final AuditTable table;
    private final AuditTrail trail;

    AuditController(AuditTable table, AuditTrail trail) {
        this.table = table;
        this.trail = trail;
    }

    @Operation(
            operationId = "readAuditTrail",
            summary =
                    "Lists what happened that matters to security, newest first: who did what to whom, from which address")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "page.before")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "page.limit")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "audit.kind")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "audit.moment")
    @GetMapping
    Data<List<EntryAnswer>> page(
            @Parameter(
                            description = "The number before which the page begins; the newest entries unless given.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
                    @RequestParam(defaultValue = Search.FROM_THE_END)
                    String before,
            @Parameter(
                            description = "The most entries of a page; with fewer it is the last one.",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            minimum = "1",
                                            maximum = "" + PageLimit.HIGHEST,
                                            defaultValue = Search.LIMIT_UNLESS_GIVEN))
                    @RequestParam(defaultValue = Search.LIMIT_UNLESS_GIVEN)
                    String limit,
            @Parameter(description = "Only entries of this kind.", schema = @Schema(implementation = Kind.class))
                    @RequestParam(defaultValue = "")
                    String kind,
            @Parameter(description = "Only what the account with this id did, or what was done to it.")
                    @RequestParam(defaultValue = "")
                    String account,
            @Parameter(description = "Only from this instant of ISO 8601 with an offset on.")
                    @RequestParam(defaultValue = "")
                    String from,
            @Parameter(description = "Only before this instant of ISO 8601 with an offset.")
                    @RequestParam(defaultValue = "")
                    String until) {
        List<EntryAnswer> page = table.find(Search.parse(before, limit, kind, account, from, until));
        trail.note(Note.of(Kind.TRAIL_READ));
        return Data.of(page);
    }
}

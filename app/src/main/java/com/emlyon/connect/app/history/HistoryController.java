package com.emlyon.connect.app.history;

import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.PageLimit;
import com.emlyon.connect.app.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists stored facts for administrators. */
@RestController
@Tag(name = "Administration")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/admin/history")
class HistoryController {

    private final StoredStreams streams;
    private final AuditTrail trail;

    HistoryController(StoredStreams streams, AuditTrail trail) {
        this.streams = streams;
        this.trail = trail;
    }

    @Operation(
            operationId = "readStream",
            summary = "Lists the facts of one aggregate in order: an account or an event by its id,"
                    + " a student's check-ins as presence-<account>, an address as email-<key>")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "page.after")
    @FailsWith(status = HttpStatus.BAD_REQUEST, text = "page.limit")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "stream.unknown")
    @GetMapping("/{stream}")
    Data<List<FactAnswer>> of(
            @PathVariable String stream,
            @Parameter(
                            description = "The sequence after which the page begins.",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            format = "int64",
                                            minimum = "-1",
                                            defaultValue = Page.FROM_THE_BEGINNING))
                    @RequestParam(defaultValue = Page.FROM_THE_BEGINNING)
                    String after,
            @Parameter(
                            description = "The most facts of a page; with fewer it is the last one.",
                            schema =
                                    @Schema(
                                            type = "integer",
                                            minimum = "1",
                                            maximum = "" + PageLimit.HIGHEST,
                                            defaultValue = Page.LIMIT_UNLESS_GIVEN))
                    @RequestParam(defaultValue = Page.LIMIT_UNLESS_GIVEN)
                    String limit) {
        Optional<List<FactAnswer>> found = streams.read(stream, Page.parse(after, limit));
        trail.noteLook(Kind.HISTORY_READ, stream, found);
        return found.map(Data::of).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "stream.unknown"));
    }
}

package com.emlyon.connect.app.projection;

import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.idempotency.KeyedRequest;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.DoneWith;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Texts;
import com.emlyon.connect.query.Projections;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators read the state of projections, and start or cancel rebuilds. */
@RestController
@Tag(name = "Administration")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@RequestMapping("/api/admin/projections")
class ProjectionController {

    private final Rebuildables projections;
    private final AuditTrail trail;
    private final KeyedRequest keyed;
    private final Texts texts;

    ProjectionController(Rebuildables projections, AuditTrail trail, KeyedRequest keyed, Texts texts) {
        this.projections = projections;
        this.trail = trail;
        this.keyed = keyed;
        this.texts = texts;
    }

    @Operation(operationId = "listProjections", summary = "Lists all projections as they stand, by name")
    @GetMapping
    Data<List<ProjectionAnswer>> all() {
        return Data.of(projections.all());
    }

    @Operation(operationId = "readProjection", summary = "Says how one projection stands")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "projection.unknown")
    @GetMapping("/{name}")
    Data<ProjectionAnswer> of(@PathVariable String name) {
        return Data.of(existing(name));
    }

    @Operation(
            operationId = "rebuildProjection",
            summary = "Has a projection built again from history, beside the one that serves until then")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "projection.unknown")
    @FailsWith(status = HttpStatus.CONFLICT, text = "rebuild.running")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/{name}/rebuild")
    DoneWith<ProjectionAnswer> rebuild(@PathVariable String name) {
        refuseUnknown(name);
        if (!begin(name) && !keyed.wasInterrupted()) {
            throw new Problem(HttpStatus.CONFLICT, "rebuild.running");
        }
        return DoneWith.saying(texts.of("rebuild.begun"), existing(name));
    }

    @Operation(
            operationId = "rebuildProjections",
            summary = "Has several projections built again at the same time, except those that are being built already")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "projection.unknown")
    @FailsWith(status = HttpStatus.CONFLICT, text = "rebuild.allRunning")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping("/rebuild")
    DoneWith<List<ProjectionAnswer>> rebuildSeveral(
            @Parameter(description = "Which ones; all of them when none is named.") @RequestParam(defaultValue = "")
                    List<String> name) {
        List<String> wanted = name.isEmpty() ? Projections.NAMES : name;
        wanted.forEach(this::refuseUnknown);
        if (wanted.stream().distinct().filter(this::begin).count() == 0 && !keyed.wasInterrupted()) {
            throw new Problem(HttpStatus.CONFLICT, "rebuild.allRunning");
        }
        return DoneWith.saying(
                texts.of("rebuild.severalBegun"),
                projections.all().stream()
                        .filter(projection -> wanted.contains(projection.name()))
                        .toList());
    }

    @Operation(
            operationId = "cancelRebuild",
            summary = "Gives up the rebuild of a projection; what serves goes on serving")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "projection.unknown")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "rebuild.none")
    @DeleteMapping("/{name}/rebuild")
    DoneWith<ProjectionAnswer> cancel(@PathVariable String name) {
        refuseUnknown(name);
        if (!projections.cancel(name)) {
            throw new Problem(HttpStatus.NOT_FOUND, "rebuild.none");
        }
        trail.note(Note.of(Kind.REBUILD_CANCELLED).about(name));
        return DoneWith.saying(texts.of("rebuild.cancelled"), existing(name));
    }

    private boolean begin(String name) {
        boolean begun = projections.rebuild(name);
        if (begun) {
            trail.note(Note.of(Kind.REBUILD_BEGUN).about(name));
        }
        return begun;
    }

    private void refuseUnknown(String name) {
        if (!projections.has(name)) {
            throw new Problem(HttpStatus.NOT_FOUND, "projection.unknown");
        }
    }

    private ProjectionAnswer existing(String name) {
        return projections.named(name).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "projection.unknown"));
    }
}

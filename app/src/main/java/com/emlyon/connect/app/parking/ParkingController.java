package com.emlyon.connect.app.parking;

import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.web.Data;
import com.emlyon.connect.app.web.DoneWith;
import com.emlyon.connect.app.web.FailsWith;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.connect.app.web.Texts;
import com.emlyon.platform.projections.generation.Busy;
import com.emlyon.platform.projections.processor.Retried;
import com.emlyon.platform.projections.projection.Projection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Facts that a projection could not apply, for administrators. */
@RestController
@Tag(name = "Administration")
@FailsWith(status = HttpStatus.INTERNAL_SERVER_ERROR, text = "internal")
@FailsWith(status = HttpStatus.NOT_FOUND, text = "projection.unknown")
@RequestMapping("/api/admin/projections/{name}/parked")
class ParkingController {

    private final ParkedFacts facts;
    private final ParkedStreams streams;
    private final AuditTrail trail;
    private final Texts texts;

    ParkingController(ParkedFacts facts, ParkedStreams streams, AuditTrail trail, Texts texts) {
        this.facts = facts;
        this.streams = streams;
        this.trail = trail;
        this.texts = texts;
    }

    @Operation(
            operationId = "listParkedFacts",
            summary = "Lists the facts that a projection could not apply, and those that wait behind them")
    @GetMapping
    Data<List<ParkedFact>> all(@PathVariable String name) {
        return Data.of(facts.of(projection(name).name()));
    }

    @Operation(
            operationId = "readParkedFact",
            summary = "Shows a parked fact as it is stored, why it could not be digested, and what waits behind it")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "parked.unknown")
    @GetMapping("/{position}")
    Data<ParkedFactInDetail> one(@PathVariable String name, @PathVariable String position) {
        Projection projection = projection(name);
        ParkedFactInDetail fact = found(facts.at(projection.name(), number(position)));
        trail.note(Note.of(Kind.PARKED_FACT_READ).about(projection.name()).with("position", number(position)));
        return Data.of(fact);
    }

    @Operation(
            operationId = "retryParkedFacts",
            summary = "Tries everything again that a projection has parked; what fails again stays parked")
    @FailsWith(status = HttpStatus.SERVICE_UNAVAILABLE, text = "busy")
    @PostMapping("/retry")
    DoneWith<RetriedAnswer> retryAll(@PathVariable String name) {
        Projection projection = projection(name);
        Retried retried = patiently(() -> streams.retryAll(projection));
        trail.note(Note.of(Kind.PARKED_RETRIED).about(projection.name()));
        return done("parked.retried", retried);
    }

    @Operation(
            operationId = "retryParkedFact",
            summary = "Tries a parked fact again, and all others of its stream; what fails again stays parked")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "parked.unknown")
    @FailsWith(status = HttpStatus.SERVICE_UNAVAILABLE, text = "busy")
    @PostMapping("/{position}/retry")
    DoneWith<RetriedAnswer> retry(@PathVariable String name, @PathVariable String position) {
        Projection projection = projection(name);
        Retried retried = found(patiently(() -> streams.retry(projection, number(position))));
        trail.note(Note.of(Kind.PARKED_RETRIED).about(projection.name()).with("position", number(position)));
        return done("parked.retried", retried);
    }

    @Operation(
            operationId = "discardParkedFact",
            summary = "Does without a parked fact, until the next rebuild, and takes up what waits behind it")
    @FailsWith(status = HttpStatus.NOT_FOUND, text = "parked.unknown")
    @FailsWith(status = HttpStatus.SERVICE_UNAVAILABLE, text = "busy")
    @DeleteMapping("/{position}")
    DoneWith<RetriedAnswer> discard(
            @PathVariable String name,
            @PathVariable String position,
            @Parameter(description = "Given as true: does without everything of the stream that is parked.")
                    @RequestParam(defaultValue = "false")
                    String stream) {
        Projection projection = projection(name);
        boolean wholeStream = stream.equals("true");
        Retried retried = found(patiently(() -> streams.discard(projection, number(position), wholeStream)));
        trail.note(Note.of(Kind.PARKED_DISCARDED)
                .about(projection.name())
                .with("position", number(position))
                .with("wholeStream", wholeStream));
        return done("parked.discarded", retried);
    }

    private Projection projection(String name) {
        return streams.projection(name).orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "projection.unknown"));
    }

    /** Returns 0, at which no fact is parked, for a text that is no position. */
    private static long number(String position) {
        try {
            return Long.parseLong(position);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    private static <T> T found(Optional<T> parked) {
        return parked.orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "parked.unknown"));
    }

    /** Answers 503 when another session locks the projection for long, or on a deadlock: trying again later helps. */
    private static <T> T patiently(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException failure) {
            throw Busy.is(failure) ? new Problem(HttpStatus.SERVICE_UNAVAILABLE, "busy") : failure;
        }
    }

    private DoneWith<RetriedAnswer> done(String text, Retried retried) {
        return DoneWith.saying(texts.of(text), RetriedAnswer.of(retried));
    }
}

package com.emlyon.connect.app.web;

import com.emlyon.connect.app.availability.TemporarilyUnavailable;
import com.emlyon.connect.app.throttle.Throttled;
import com.emlyon.connect.app.web.RefusalAnswers.RefusalAnswer;
import com.emlyon.platform.eventstore.append.WriteNotStored;
import com.emlyon.platform.eventstore.append.WriteOutcomeUnknown;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.refusal.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns exceptions of routes into answers in the format of the contract; details are only logged. */
@RestControllerAdvice
class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private static final Duration UNTIL_RETRY = Duration.ofSeconds(2);

    private final Texts texts;
    private final DatabaseAvailability availability;
    private final DataSize mostOfPartHeader;

    Failures(
            Texts texts,
            DatabaseAvailability availability,
            @Value("${server.tomcat.max-part-header-size}") DataSize mostOfPartHeader) {
        this.availability = availability;
        this.texts = texts;
        this.mostOfPartHeader = mostOfPartHeader;
    }

    @ExceptionHandler
    ResponseEntity<Failure> refused(Refused refused) {
        RefusalAnswer answer = RefusalAnswers.to(refused.refusal());
        return answer.retryAfter()
                .map(wait -> throttled(new Throttled(wait, answer.text())))
                .orElseGet(() -> failure(answer.status(), texts.of(answer.text())));
    }

    @ExceptionHandler
    ResponseEntity<Failure> invalid(InvalidFields invalid) {
        return failure(HttpStatus.BAD_REQUEST, invalid.text());
    }

    @ExceptionHandler
    ResponseEntity<Failure> said(Problem problem) {
        return problem.status() == HttpStatus.SERVICE_UNAVAILABLE
                ? unavailable(new TemporarilyUnavailable(TemporarilyUnavailable.RETRY_AFTER, problem.text()))
                : failure(problem.status(), texts.of(problem.text(), problem.parts()));
    }

    @ExceptionHandler
    ResponseEntity<Failure> unavailable(TemporarilyUnavailable unavailable) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(unavailable.retryAfterSeconds()))
                .contentType(JsonContent.MEDIA_TYPE)
                .body(new Failure(texts.of(Commands.haveStored() ? "write.unknown" : unavailable.text())));
    }

    @ExceptionHandler
    ResponseEntity<Failure> throttled(Throttled throttled) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(throttled.seconds()))
                .contentType(JsonContent.MEDIA_TYPE)
                .body(new Failure(texts.of(throttled.text())));
    }

    @ExceptionHandler
    ResponseEntity<Failure> notStored(WriteNotStored notStored) {
        if (!availability.report(notStored)) {
            log.warn("A write was withdrawn", notStored);
        }
        return unavailable(new TemporarilyUnavailable(UNTIL_RETRY, "write.notStored"));
    }

    @ExceptionHandler
    ResponseEntity<Failure> unknown(WriteOutcomeUnknown unknown) {
        if (!availability.report(unknown)) {
            log.error("What became of a write is unknown", unknown);
        }
        return unavailable(new TemporarilyUnavailable(UNTIL_RETRY, "write.unknown"));
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        NoHandlerFoundException.class,
        HttpRequestMethodNotSupportedException.class
    })
    ResponseEntity<Failure> noSuchRoute() {
        return failure(HttpStatus.NOT_FOUND, texts.of("route.unknown"));
    }

    @ExceptionHandler
    ResponseEntity<Failure> unreadableForm(MultipartException unreadable) {
        FormFailure reason = FormFailure.of(unreadable, mostOfPartHeader.toBytes());
        return failure(reason.status(), texts.of(reason.text()));
    }

    /** The query string cannot be decoded, or is larger than any client needs. */
    @ExceptionHandler
    ResponseEntity<Failure> unreadableQuery(InvalidParameterException unreadable) {
        return failure(HttpStatus.BAD_REQUEST, texts.of("request.invalid"));
    }

    /** A client that does not accept JSON gets JSON nevertheless, as from the original. */
    @ExceptionHandler
    ResponseEntity<Failure> notAcceptable(HttpMediaTypeNotAcceptableException notAcceptable) {
        return failure(HttpStatus.NOT_ACCEPTABLE, texts.of("request.invalid"));
    }

    /** The client has closed the connection, so no answer can be sent. */
    @ExceptionHandler
    void goneWithoutWaiting(AsyncRequestNotUsableException gone) {
        log.debug("A client has gone without waiting for its answer", gone);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Failure> unforeseen(Exception failure, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            endConnection(failure);
            return null;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return failure(HttpStatus.valueOf(known.getStatusCode().value()), texts.of("request.invalid"));
        }
        Optional<TemporarilyUnavailable> unavailable = TemporarilyUnavailable.in(failure);
        if (unavailable.isPresent()) {
            return unavailable(unavailable.get());
        }
        if (availability.report(failure)) {
            return unavailable(new TemporarilyUnavailable(failure));
        }
        log.error("A request failed", failure);
        return failure(HttpStatus.INTERNAL_SERVER_ERROR, texts.of("internal"));
    }

    /**
     * Rethrows, so that the server closes the connection and the client does not take a partial answer for the whole;
     * not necessary when the client has disconnected itself.
     */
    private static void endConnection(Exception failure) throws Exception {
        if (!DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            throw failure;
        }
        log.debug("A client has gone before it had the whole answer", failure);
    }

    private static ResponseEntity<Failure> failure(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(JsonContent.MEDIA_TYPE).body(new Failure(text));
    }
}

package com.emlyon.connect.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;

/**
 * Evaluates the conditions of a GET or HEAD (RFC 9110, section 13.2.2), in the order defined there. Spring ignores
 * If-Match of safe methods, and the asterisk.
 */
public final class Preconditions {

    private static final String ANY = "*";

    private Preconditions() {}

    /** The result of the conditions of a request. */
    public enum Outcome {
        /** The representation is sent, or the requested part of it. */
        SEND,
        /** The client already has the representation: 304. */
        NOT_MODIFIED,
        /** The condition is not met: 412. */
        FAILED
    }

    /**
     * Evaluates the conditions for a representation.
     *
     * @param tag its entity tag, as the header has it
     * @param lastModified when it was last modified, where that is known
     */
    public static Outcome of(HttpServletRequest request, String tag, Optional<Instant> lastModified) {
        ETag present = ETag.create(tag);
        Optional<String> ifMatch = header(request, HttpHeaders.IF_MATCH);
        if (ifMatch.isPresent() ? !names(ifMatch.get(), present, true) : isAfter(request, lastModified)) {
            return Outcome.FAILED;
        }
        Optional<String> ifNoneMatch = header(request, HttpHeaders.IF_NONE_MATCH);
        boolean known = ifNoneMatch.isPresent()
                ? names(ifNoneMatch.get(), present, false)
                : date(request, HttpHeaders.IF_MODIFIED_SINCE)
                        .filter(date -> isKnownAt(date, lastModified))
                        .isPresent();
        return known ? Outcome.NOT_MODIFIED : Outcome.SEND;
    }

    /**
     * Whether the client may get a range of the representation: true when the client has a part of the same
     * representation (RFC 9110, section 13.1.5), or the request has no {@code If-Range}.
     *
     * @param tag the tag of the representation, as the header has it; a weak one does not identify the bytes
     * @param lastModified when its bytes were last modified
     */
    public static boolean allowRange(HttpServletRequest request, String tag, Instant lastModified) {
        Optional<String> condition = header(request, HttpHeaders.IF_RANGE);
        if (condition.isEmpty()) {
            return true;
        }
        if (condition.get().endsWith("\"")) {
            return ETag.create(condition.get()).compare(ETag.create(tag), true);
        }
        return date(request, HttpHeaders.IF_RANGE)
                .filter(lastModified.truncatedTo(ChronoUnit.SECONDS)::equals)
                .isPresent();
    }

    /**
     * Whether a request for a change has {@code If-Match} with a tag. None of our tags is strong, so the condition is
     * false (section 13.1.1).
     */
    static boolean failForChange(HttpServletRequest request) {
        return header(request, HttpHeaders.IF_MATCH)
                .filter(tags -> !tags.equals(ANY))
                .isPresent();
    }

    /** Whether a request has the condition that no representation exists yet (section 13.1.2). */
    static boolean wantNothingToExist(HttpServletRequest request) {
        return header(request, HttpHeaders.IF_NONE_MATCH).filter(ANY::equals).isPresent();
    }

    private static boolean names(String header, ETag present, boolean strongly) {
        return header.equals(ANY)
                || ETag.parse(header).stream()
                        .anyMatch(asked -> !asked.isWildcard() && asked.compare(present, strongly));
    }

    private static boolean isAfter(HttpServletRequest request, Optional<Instant> lastModified) {
        return date(request, HttpHeaders.IF_UNMODIFIED_SINCE)
                .flatMap(date -> lastModified.map(modified -> !isKnownAt(date, Optional.of(modified))))
                .orElse(false);
    }

    private static boolean isKnownAt(Instant date, Optional<Instant> lastModified) {
        return lastModified
                .map(modified -> !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(date))
                .orElse(false);
    }

    private static Optional<String> header(HttpServletRequest request, String name) {
        String joined =
                String.join(", ", Collections.list(request.getHeaders(name))).trim();
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    /** Empty when the header is missing or not a date, which counts the same. */
    private static Optional<Instant> date(HttpServletRequest request, String name) {
        try {
            long millis = request.getDateHeader(name);
            return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
        } catch (IllegalArgumentException noDate) {
            return Optional.empty();
        }
    }
}

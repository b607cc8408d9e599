package com.emlyon.connect.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;

/**
 * Evaluates the conditions of a GET or HEAD (RFC 9110, section 13.2.2), in the order that they have. Spring passes over If-Match of safe
 * methods and over the asterisk.
 */
public final class Preconditions {

    private static final String ANY = "*";

    private Preconditions() {}

    /** What follows from the conditions of a request. */
    public enum Outcome {
        /** The representation is sent, or the part of it that was asked for. */
        SEND,
        /** The client has it already: 304. */
        NOT_MODIFIED,
        /** The client wants another one: 412. */
        FAILED
    }

    /**
     * Evaluates the conditions for a representation.
     *
     * @param tag its entity tag, as the header has it
     * @param lastModified when it came to be, where that is known
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
     * Whether a range is still one of the representation that the client has a part of (RFC 9110, section 13.1.5); it is where no such
     * condition is given.
     *
     * @param tag of the representation, as the header has it; a weak one names no bytes
     * @param lastModified when its bytes came to be, which have not changed since
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

    /** Whether a request that changes something names a tag. None of ours is strong, so the condition is false (section 13.1.1). */
    static boolean failForChange(HttpServletRequest request) {
        return header(request, HttpHeaders.IF_MATCH)
                .filter(tags -> !tags.equals(ANY))
                .isPresent();
    }

    /** Whether a request is to be served only where there is no representation yet (section 13.1.2). */
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

    /** Empty where the header is missing, or no date, which counts the same. */
    private static Optional<Instant> date(HttpServletRequest request, String name) {
        try {
            long millis = request.getDateHeader(name);
            return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
        } catch (IllegalArgumentException noDate) {
            return Optional.empty();
        }
    }
}

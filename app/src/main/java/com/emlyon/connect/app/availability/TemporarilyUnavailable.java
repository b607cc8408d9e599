package com.emlyon.connect.app.availability;

import com.emlyon.platform.eventstore.database.Causes;
import com.emlyon.platform.eventstore.personal.KeyUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The service cannot serve a request now, through no fault of the client; the same request may succeed later. HTTP
 * requests are answered with 503 and {@code Retry-After}.
 */
public final class TemporarilyUnavailable extends RuntimeException {

    /** The key of the general text, for failures without a text of their own. */
    public static final String TEXT = "unavailable";

    /** The time after which a client may try again, unless a better one is known. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Duration retryAfter;
    private final String text;

    /** Answers with the general text, and the usual time until the next attempt. */
    public TemporarilyUnavailable(@Nullable Throwable cause) {
        this(RETRY_AFTER, TEXT, cause);
    }

    /** Answers with the general text. */
    public TemporarilyUnavailable(Duration retryAfter) {
        this(retryAfter, TEXT);
    }

    /** Answers with the text of the key. */
    public TemporarilyUnavailable(Duration retryAfter, String text) {
        this(retryAfter, text, null);
    }

    /** Answers with the text of the key, for a reason that only the log may show. */
    public TemporarilyUnavailable(Duration retryAfter, String text, @Nullable Throwable cause) {
        // No stack trace: under load this is thrown often, and the stack trace of the cause is enough.
        super(text, cause, false, false);
        this.retryAfter = retryAfter;
        this.text = text;
    }

    /** Returns how long to wait, in seconds, rounded up, at least one. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
    }

    /** The key of the text that the client is sent. */
    public String text() {
        return text;
    }

    /** Finds such an exception among the causes of a failure, because frameworks wrap what is thrown inside of them. */
    public static Optional<TemporarilyUnavailable> in(Throwable failure) {
        return Causes.of(failure).flatMap(TemporarilyUnavailable::meant).findFirst();
    }

    private static Stream<TemporarilyUnavailable> meant(Throwable cause) {
        return switch (cause) {
            case TemporarilyUnavailable unavailable -> Stream.of(unavailable);
            case KeyUnavailable key -> Stream.of(new TemporarilyUnavailable(key));
            default -> Stream.empty();
        };
    }
}

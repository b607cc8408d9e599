package com.emlyon.connect.app.availability;

import com.emlyon.connect.api.account.KeyUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The service cannot do now what was asked of it, through no fault of the client; the same request may succeed later. HTTP
 * answers it with 503 and {@code Retry-After}.
 */
public final class TemporarilyUnavailable extends RuntimeException {

    /** The key of the text for whatever has no text of its own. */
    public static final String TEXT = "unavailable";

    /** The time after which a client may ask again when nothing better is known. */
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
        // Under load it is thrown often, and where it came from says nothing: the cause has a stack trace.
        super(text, cause, false, false);
        this.retryAfter = retryAfter;
        this.text = text;
    }

    /** How long to wait, in whole seconds, at least one. */
    public long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
    }

    /** The key of what the client reads. */
    public String text() {
        return text;
    }

    /** The one among the causes of a failure, if there is one: frameworks wrap what is thrown inside of them. */
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

package com.emlyon.connect.app.past;

import com.emlyon.connect.api.Moment;
import com.emlyon.connect.app.web.Problem;
import com.emlyon.platform.eventstore.history.Streams;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Parses {@code asOf}: an empty text is now, digits are a position of history, everything else is an instant. */
@Component
public class AsOf {

    /** The description of the parameter in the documentation of the API. */
    public static final String DESCRIPTION =
            "An instant of ISO 8601 with an offset, up to which facts were recorded, or the position of the last fact;"
                    + " without it: now.";

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Instant BEFORE_THE_FIRST_FACT = Instant.EPOCH;

    private final Streams history;
    private final Clock clock;

    AsOf(Streams history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /**
     * The moment that the text names.
     *
     * @throws Problem when it cannot be parsed, or has not come yet: what would be shown might not be true
     */
    public Moment parse(String text) {
        if (text.isEmpty()) {
            return Moment.now(clock.instant());
        }
        return DIGITS.matcher(text).matches() ? position(text) : instant(text);
    }

    private Moment position(String text) {
        long position = number(text).orElseThrow(AsOf::notYet);
        return position == 0
                ? Moment.after(position, BEFORE_THE_FIRST_FACT)
                : history.recordedAt(position)
                        .map(recordedAt -> Moment.after(position, recordedAt))
                        .orElseThrow(AsOf::notYet);
    }

    private static Optional<Long> number(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private Moment instant(String text) {
        Instant instant = iso(text).orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "asOf.invalid"));
        // The clock is precise to the millisecond; a caller may name the current moment to the nanosecond.
        if (instant.truncatedTo(ChronoUnit.MILLIS).isAfter(clock.instant())) {
            throw notYet();
        }
        return Moment.at(instant.isBefore(BEFORE_THE_FIRST_FACT) ? BEFORE_THE_FIRST_FACT : instant);
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Problem notYet() {
        return new Problem(HttpStatus.BAD_REQUEST, "asOf.future");
    }
}

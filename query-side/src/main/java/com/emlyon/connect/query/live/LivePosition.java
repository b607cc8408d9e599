package com.emlyon.connect.query.live;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position of the live read model, the same on every node: up to a fact of history, as certain tables contain it, and
 * up to a time, because check-ins end by themselves.
 *
 * @param tables identifies the tables and the facts that they lack; positions with different values cannot be compared
 * @param fact the position of the last fact that is applied
 * @param time check-ins that had ended by this time are not shown any more; precise to milliseconds
 */
public record LivePosition(String tables, long fact, Instant time) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{1,32})\\.([0-9]{1,18})\\.([0-9]{1,15})");

    /** Parses the output of {@link #toString}; empty for any other text. */
    public static Optional<LivePosition> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new LivePosition(
                        matcher.group(1),
                        Long.parseLong(matcher.group(2)),
                        Instant.ofEpochMilli(Long.parseLong(matcher.group(3)))))
                : Optional.empty();
    }

    /** Whether it is the other position, or one after it. */
    public boolean isAtOrAfter(LivePosition other) {
        return tables.equals(other.tables) && fact >= other.fact && time.toEpochMilli() >= other.time.toEpochMilli();
    }

    /** The position at another fact. */
    LivePosition atFact(long other) {
        return new LivePosition(tables, other, time);
    }

    /** The position at another time. */
    LivePosition atTime(Instant other) {
        return new LivePosition(tables, fact, other);
    }

    /** The text that clients store; it is opaque to them. */
    @Override
    public String toString() {
        return "%s.%d.%d".formatted(tables, fact, time.toEpochMilli());
    }
}

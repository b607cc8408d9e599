package com.emlyon.connect.query.live;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the course of what readers see, the same on every node: up to a fact of history, as told by certain tables, and
 * up to a moment, as check-ins end by themselves.
 *
 * @param tables which tables tell, and which facts they lack; places of different ones cannot be compared
 * @param fact the position of the last fact that is taken into account
 * @param time check-ins that had ended by then are not shown any more; milliseconds count
 */
public record LivePosition(String tables, long fact, Instant time) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{1,32})\\.([0-9]{1,18})\\.([0-9]{1,15})");

    /** Reads what {@link #toString} has written; empty for everything else. */
    public static Optional<LivePosition> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new LivePosition(
                        matcher.group(1),
                        Long.parseLong(matcher.group(2)),
                        Instant.ofEpochMilli(Long.parseLong(matcher.group(3)))))
                : Optional.empty();
    }

    /** Whether it is the other place, or one that comes after it. */
    public boolean isAtOrAfter(LivePosition other) {
        return tables.equals(other.tables) && fact >= other.fact && time.toEpochMilli() >= other.time.toEpochMilli();
    }

    /** The place behind another fact. */
    LivePosition atFact(long other) {
        return new LivePosition(tables, other, time);
    }

    /** The place at another moment. */
    LivePosition atTime(Instant other) {
        return new LivePosition(tables, fact, other);
    }

    /** As clients keep it, who are not meant to read it. */
    @Override
    public String toString() {
        return "%s.%d.%d".formatted(tables, fact, time.toEpochMilli());
    }
}

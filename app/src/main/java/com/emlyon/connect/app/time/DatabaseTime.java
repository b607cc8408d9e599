package com.emlyon.connect.app.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of the database, which all nodes share, between two measurements carried on by a monotonic counter: the clock of this
 * machine may be wrong, or jump, and has no influence. A jump of the database's clock counts only after it has lasted for a
 * while: a time that is wrong for seconds ends no sessions and no check-ins.
 */
final class DatabaseTime {

    private static final Logger log = LoggerFactory.getLogger(DatabaseTime.class);

    /** A larger difference is a jump; smaller ones come from counters that run at slightly different speeds. */
    private static final Duration SMALLEST_JUMP = Duration.ofSeconds(2);

    /** What an answer may be wrong by is not followed, so that time does not go to and fro. */
    private static final Duration SMALLEST_CORRECTION = Duration.ofMillis(20);

    private static final Duration UNTIL_A_JUMP_COUNTS = Duration.ofMinutes(1);

    /** A slower answer says too little about the moment to which it belongs. */
    private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private volatile @Nullable Anchor anchor;
    private @Nullable Anchor jump;
    private long jumpedAt;

    /** Counts by a monotonic counter of nanoseconds. */
    DatabaseTime(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The time now; empty before the first measurement. */
    Optional<Instant> now() {
        Anchor present = anchor;
        return present == null ? Optional.empty() : Optional.of(present.at(nanos.getAsLong()));
    }

    /**
     * Takes note of what the database said.
     *
     * @param asked the counter when it was asked
     * @param answered the counter when the answer was there
     */
    synchronized void measured(Instant said, long asked, long answered) {
        if (answered - asked > SLOWEST_ANSWER.toNanos()) {
            return;
        }
        long uncertain = (answered - asked) / 2;
        Anchor measured = new Anchor(asked + uncertain, said);
        Anchor present = anchor;
        if (present == null || !measured.isFarFrom(present, SMALLEST_JUMP)) {
            if (jump != null) {
                log.info("The clock of the database is right again");
            }
            jump = null;
            if (present == null || measured.isFarFrom(present, SMALLEST_CORRECTION.plusNanos(uncertain))) {
                anchor = measured;
            }
        } else if (jump == null || measured.isFarFrom(jump, SMALLEST_JUMP)) {
            log.warn(
                    "The clock of the database has jumped, from {} to {}; the new time counts when it has lasted for {} s",
                    present.at(measured.nanos()),
                    said,
                    UNTIL_A_JUMP_COUNTS.toSeconds());
            jump = measured;
            jumpedAt = answered;
        } else if (answered - jumpedAt >= UNTIL_A_JUMP_COUNTS.toNanos()) {
            log.warn("The time is {} from now on, as the clock of the database has said for a while", said);
            jump = null;
            anchor = measured;
        }
    }

    /** That a moment belongs to a state of the counter. */
    private record Anchor(long nanos, Instant time) {

        Instant at(long later) {
            return time.plusNanos(later - nanos);
        }

        boolean isFarFrom(Anchor other, Duration distance) {
            return Duration.between(other.at(nanos), time).abs().compareTo(distance) > 0;
        }
    }
}

package com.emlyon.platform.eventstore.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of the database, which all nodes share. Between two measurements a monotonic counter advances it, so the
 * clock of this machine may be wrong, or jump, without any influence. A jump of the database's clock is applied only
 * after it has lasted for a while, so that a time that is wrong for seconds does not end sessions and check-ins.
 */
final class DatabaseTime {

    private static final Logger log = LoggerFactory.getLogger(DatabaseTime.class);

    /** A larger difference is a jump; smaller ones come from counters that run at slightly different speeds. */
    private static final Duration SMALLEST_JUMP = Duration.ofSeconds(2);

    /**
     * A difference within the uncertainty of the measurement plus this is not corrected, so that time does not go back
     * and forth.
     */
    private static final Duration SMALLEST_CORRECTION = Duration.ofMillis(20);

    private static final Duration UNTIL_A_JUMP_COUNTS = Duration.ofMinutes(1);

    /** A slower answer is ignored, because it is too uncertain to which moment it belongs. */
    private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private volatile @Nullable Anchor anchor;
    private @Nullable Anchor jump;
    private long jumpedAt;

    /** Uses the given monotonic counter of nanoseconds. */
    DatabaseTime(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The time now; empty before the first measurement. */
    Optional<Instant> now() {
        Anchor present = anchor;
        return present == null ? Optional.empty() : Optional.of(present.at(nanos.getAsLong()));
    }

    /**
     * Records a measurement.
     *
     * @param asked the counter when the query was sent
     * @param answered the counter when the answer had arrived
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

    /** A time together with the value of the counter at that time. */
    private record Anchor(long nanos, Instant time) {

        Instant at(long later) {
            return time.plusNanos(later - nanos);
        }

        boolean isFarFrom(Anchor other, Duration distance) {
            return Duration.between(other.at(nanos), time).abs().compareTo(distance) > 0;
        }
    }
}

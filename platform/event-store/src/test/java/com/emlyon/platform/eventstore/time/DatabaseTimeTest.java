package com.emlyon.platform.eventstore.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What time it is when clocks jump, of this machine and of the database. */
class DatabaseTimeTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofSeconds(5);

    private long nanos = 1_000;
    private Duration databaseAhead = Duration.ZERO;
    private final long begin = nanos;
    private final DatabaseTime time = new DatabaseTime(() -> nanos);

    @Test
    void theMachineIsAskedOnlyUntilTheDatabaseHasAnswered() {
        Clock clock = new DatabaseClock(time, Clock.fixed(START.plus(Duration.ofDays(7)), ZoneOffset.UTC));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(7)));

        measure();

        assertThat(clock.instant()).isEqualTo(START);
        pass(Duration.ofMillis(1_500));
        assertThat(clock.instant()).isEqualTo(START.plusMillis(1_500));
    }

    @Test
    void aJumpOfSecondsDoesNotCount() {
        measure();
        for (Duration jump : new Duration[] {Duration.ofDays(2), Duration.ofDays(-2)}) {
            databaseAhead = jump;
            passMeasuring(Duration.ofSeconds(55));
            assertThat(time.now()).contains(right());
            databaseAhead = Duration.ZERO;
            passMeasuring(Duration.ofMinutes(2));
            assertThat(time.now()).contains(right());
        }
    }

    @Test
    void aJumpThatLastsCountsInBothDirections() {
        measure();
        for (Duration jump : new Duration[] {Duration.ofHours(3), Duration.ofHours(-3)}) {
            databaseAhead = jump;
            passMeasuring(Duration.ofSeconds(70));
            assertThat(time.now()).contains(right().plus(jump));
            databaseAhead = Duration.ZERO;
            passMeasuring(Duration.ofSeconds(70));
            assertThat(time.now()).contains(right());
        }
    }

    @Test
    void smallDifferencesAreFollowedAtOnce() {
        measure();
        databaseAhead = Duration.ofMillis(300);
        passMeasuring(BETWEEN_MEASUREMENTS);
        assertThat(time.now()).contains(right().plusMillis(300));
    }

    @Test
    void anAnswerThatTookLongSaysNothing() {
        measure();
        time.measured(START.plusSeconds(1), nanos, nanos + Duration.ofSeconds(2).toNanos());
        assertThat(time.now()).contains(START);
    }

    private void passMeasuring(Duration duration) {
        for (Duration left = duration; left.isPositive(); left = left.minus(BETWEEN_MEASUREMENTS)) {
            pass(BETWEEN_MEASUREMENTS);
            measure();
        }
    }

    private void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    private void measure() {
        time.measured(right().plus(databaseAhead), nanos, nanos);
    }

    private Instant right() {
        return START.plusNanos(nanos - begin);
    }
}

package com.emlyon.connect.app.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WritesTest {

    private static final Limit TWO_A_MINUTE = new Limit(2, Duration.ofMinutes(1));

    private final TestClock clock = new TestClock();
    private final Writes writes = new Writes(
            new ThrottleSettings(
                    TWO_A_MINUTE,
                    TWO_A_MINUTE,
                    TWO_A_MINUTE,
                    2,
                    TWO_A_MINUTE,
                    TWO_A_MINUTE,
                    TWO_A_MINUTE,
                    TWO_A_MINUTE,
                    TWO_A_MINUTE),
            clock);
    private final AccountId pia = AccountId.random();

    @Test
    void whoeverHasUsedAllUpWaitsForOne() {
        writes.count(pia, RateLimitCategory.WRITE);
        writes.count(pia, RateLimitCategory.WRITE);

        assertThatExceptionOfType(Throttled.class)
                .isThrownBy(() -> writes.count(pia, RateLimitCategory.WRITE))
                .satisfies(throttled -> assertThat(throttled.seconds()).isBetween(25L, 30L));
        writes.count(pia, RateLimitCategory.TICKET);
        writes.count(AccountId.random(), RateLimitCategory.WRITE);

        // when
        clock.advance(Duration.ofSeconds(30));

        // then
        writes.count(pia, RateLimitCategory.WRITE);
    }

    @Test
    void aClockThatJumpsAndIsPutBackLetsBucketsFillAsBefore() {
        writes.count(pia, RateLimitCategory.WRITE);
        clock.advance(Duration.ofDays(2));
        writes.count(pia, RateLimitCategory.WRITE);
        writes.count(pia, RateLimitCategory.WRITE);

        // when
        clock.advance(Duration.ofDays(-2));
        assertThatExceptionOfType(Throttled.class).isThrownBy(() -> writes.count(pia, RateLimitCategory.WRITE));
        clock.advance(Duration.ofSeconds(30));

        // then
        writes.count(pia, RateLimitCategory.WRITE);
        assertThatExceptionOfType(Throttled.class).isThrownBy(() -> writes.count(pia, RateLimitCategory.WRITE));
    }

    @Test
    void guessesAreCountedElsewhere() {
        for (int i = 0; i < 10; i++) {
            writes.count(pia, RateLimitCategory.GUESS);
        }

        assertThat(writes.kept()).isZero();
    }

    @Test
    void onlySoManyAreKeptHoweverManyComeAndNoneOfThoseWhoHaveStopped() {
        for (int i = 0; i < Writes.MOST_BUCKETS + 5_000; i++) {
            writes.count(AccountId.random(), RateLimitCategory.WRITE);
        }
        assertThat(writes.kept()).isLessThanOrEqualTo(Writes.MOST_BUCKETS);

        // when
        clock.advance(Duration.ofMinutes(2));

        // then
        assertThat(writes.kept()).isZero();
    }
}

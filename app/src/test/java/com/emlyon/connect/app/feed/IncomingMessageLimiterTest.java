package com.emlyon.connect.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IncomingMessageLimiterTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong now = new AtomicLong();
    private final IncomingMessageLimiter listening =
            new IncomingMessageLimiter(new FeedLimits(1, 1, 100, 3, 2, Duration.ofSeconds(1)), now::get);

    @Test
    void asManyAsMayComeAtOnceComeAgainOnlyInTime() {
        for (int i = 0; i < 3; i++) {
            assertThat(hear(1)).isEmpty();
        }
        now.addAndGet(SECOND);
        for (int i = 0; i < 2; i++) {
            assertThat(hear(1)).isEmpty();
        }
        assertThat(hear(1)).hasValueSatisfying(why -> assertThat(why).isEqualTo(FeedCloseReason.TOO_MANY_MESSAGES));
    }

    @Test
    void whoeverWasSilentForLongHasSavedNoMoreThanMayComeAtOnce() {
        now.addAndGet(1_000 * SECOND);
        for (int i = 0; i < 3; i++) {
            assertThat(hear(1)).isEmpty();
        }
        assertThat(hear(1)).isPresent();
    }

    @Test
    void lengthIsThatOfAllPartsAndBeginsAnewWithEachMessage() {
        assertThat(listening.hear(60, false)).isEmpty();
        assertThat(listening.hear(40, true)).isEmpty();
        assertThat(listening.hear(101, true))
                .hasValueSatisfying(why -> assertThat(why).isEqualTo(FeedCloseReason.MESSAGE_TOO_LONG));
    }

    @Test
    void theEndIsSaidOnce() {
        assertThat(hear(101)).isPresent();
        assertThat(hear(101)).isEmpty();
    }

    private Optional<FeedCloseReason> hear(int length) {
        return listening.hear(length, true);
    }
}

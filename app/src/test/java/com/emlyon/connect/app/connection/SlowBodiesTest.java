package com.emlyon.connect.app.connection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlowBodiesTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final AtomicLong now = new AtomicLong();
    private final SlowBodies slowBodies = new SlowBodies(LONGEST, now::get);

    @Test
    void aByteNowAndThenIsNotWaitedForForEver() throws SocketTimeoutException {
        for (int i = 0; i < 6; i++) {
            receiveAfter(Duration.ofSeconds(10), 1);
        }

        assertThatThrownBy(() -> receiveAfter(Duration.ofSeconds(1), 1)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aKilobyteASecondMayTakeAsLongAsItLikes() {
        assertThatCode(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        receiveAfter(Duration.ofSeconds(1), 1_024);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void onlyTheWaitCountsAndNotTheTimeThatTheServiceTakes() {
        assertThatCode(() -> {
                    for (int i = 0; i < 5; i++) {
                        receiveAfter(Duration.ofSeconds(10), 1);
                        now.addAndGet(Duration.ofMinutes(5).toNanos());
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void everyRequestBeginsAnew() {
        assertThatCode(() -> {
                    for (int i = 0; i < 50; i++) {
                        slowBodies.beginRequest();
                        receiveAfter(Duration.ofSeconds(59), 1);
                    }
                })
                .doesNotThrowAnyException();
    }

    private void receiveAfter(Duration wait, int bytes) throws SocketTimeoutException {
        slowBodies.count(0);
        now.addAndGet(wait.toNanos());
        slowBodies.count(bytes);
    }
}

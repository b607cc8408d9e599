package com.emlyon.platform.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.emlyon.platform.images.format.NotAPicture;
import com.emlyon.platform.images.format.PictureFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Few pictures are decoded at once; the others wait. */
class DecodeLimiterTest {

    private final CleanPicture picture = new CleanPicture(PictureFormat.PNG, new byte[0]);

    @Test
    void whoeverFindsNoPlaceWaitsUntilOneIsFree() throws Exception {
        DecodeLimiter decodeLimiter = new DecodeLimiter(2);
        CountDownLatch mayFinish = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        List<Future<CleanPicture>> pictures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5; i++) {
                pictures.add(threads.submit(() -> decodeLimiter.process(() -> {
                    inside.incrementAndGet();
                    awaitQuietly(mayFinish);
                    return picture;
                })));
            }

            // A task that has a place may need a moment until it begins.
            await().atMost(Duration.ofMinutes(1)).until(() -> decodeLimiter.waiting() == 3 && inside.get() >= 2);
            assertThat(inside).hasValue(2);
            mayFinish.countDown();

            for (Future<CleanPicture> processed : pictures) {
                assertThat(processed.get()).isSameAs(picture);
            }
        }
        assertThat(inside).hasValue(5);
    }

    @Test
    void aRefusalFreesThePlace() throws Exception {
        DecodeLimiter decodeLimiter = new DecodeLimiter(1);

        assertThatThrownBy(() -> decodeLimiter.process(() -> {
                    throw NotAPicture.broken("no picture");
                }))
                .isInstanceOf(NotAPicture.class);

        assertThat(decodeLimiter.process(() -> picture)).isSameAs(picture);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}

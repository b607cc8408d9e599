package com.emlyon.connect.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.account.UploadLimiter.Upload;
import com.emlyon.connect.app.throttle.Throttled;
import com.emlyon.connect.app.web.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many uploads are read at a time. */
class UploadLimiterTest {

    private static final int PLACES = 2;

    private final AccountId pia = AccountId.random();

    @Test
    void oneOfAnAccountAtATime() {
        UploadLimiter uploadLimiter = new UploadLimiter(PLACES, Duration.ofMinutes(1));
        try (Upload _ = uploadLimiter.admit(pia)) {
            assertThatExceptionOfType(Throttled.class).isThrownBy(() -> uploadLimiter.admit(pia));
        }

        uploadLimiter.admit(pia).close();
    }

    @Test
    void ofManyAtOnceOneIsLetIn() {
        UploadLimiter uploadLimiter = new UploadLimiter(PLACES, Duration.ofMinutes(1));

        List<CompletableFuture<Upload>> all = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> uploadLimiter.admit(pia)))
                .limit(50)
                .toList();

        assertThat(all.stream()
                        .filter(one ->
                                one.handle((upload, refused) -> upload != null).join()))
                .hasSize(1);
    }

    @Test
    void whoeverFindsNoPlaceWaitsForOne() {
        UploadLimiter uploadLimiter = new UploadLimiter(PLACES, Duration.ofMinutes(1));
        Upload first = uploadLimiter.admit(AccountId.random());
        uploadLimiter.admit(AccountId.random());

        CompletableFuture<Upload> waiting = new CompletableFuture<>();
        Thread student = Thread.ofPlatform().start(() -> waiting.complete(uploadLimiter.admit(pia)));
        await().atMost(Duration.ofMinutes(1)).until(() -> student.getState() == Thread.State.TIMED_WAITING);
        assertThatExceptionOfType(Throttled.class)
                .as("also while one waits")
                .isThrownBy(() -> uploadLimiter.admit(pia));
        assertThat(waiting).isNotDone();
        first.close();

        waiting.join().close();
    }

    @Test
    void butNotForEver() {
        UploadLimiter uploadLimiter = new UploadLimiter(PLACES, Duration.ofMillis(1));
        Upload first = uploadLimiter.admit(AccountId.random());
        uploadLimiter.admit(AccountId.random());

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> uploadLimiter.admit(pia));

        first.close();
        uploadLimiter.admit(pia).close();
    }
}

package com.emlyon.connect.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.account.Reception.Upload;
import com.emlyon.connect.app.throttle.Throttled;
import com.emlyon.connect.app.web.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How many uploads are read at a time. */
class ReceptionTest {

    private static final int PLACES = 2;

    private final AccountId pia = AccountId.random();

    @Test
    void oneOfAnAccountAtATime() {
        Reception reception = new Reception(PLACES, Duration.ofMinutes(1));
        try (Upload _ = reception.admit(pia)) {
            assertThatExceptionOfType(Throttled.class).isThrownBy(() -> reception.admit(pia));
        }

        reception.admit(pia).close();
    }

    @Test
    void ofManyAtOnceOneIsLetIn() {
        Reception reception = new Reception(PLACES, Duration.ofMinutes(1));

        List<CompletableFuture<Upload>> all = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> reception.admit(pia)))
                .limit(50)
                .toList();

        assertThat(all.stream()
                        .filter(one ->
                                one.handle((upload, refused) -> upload != null).join()))
                .hasSize(1);
    }

    @Test
    void whoeverFindsNoPlaceWaitsForOne() {
        Reception reception = new Reception(PLACES, Duration.ofMinutes(1));
        Upload first = reception.admit(AccountId.random());
        reception.admit(AccountId.random());

        CompletableFuture<Upload> waiting = new CompletableFuture<>();
        Thread student = Thread.ofPlatform().start(() -> waiting.complete(reception.admit(pia)));
        await().atMost(Duration.ofMinutes(1)).until(() -> student.getState() == Thread.State.TIMED_WAITING);
        assertThatExceptionOfType(Throttled.class).as("also while one waits").isThrownBy(() -> reception.admit(pia));
        assertThat(waiting).isNotDone();
        first.close();

        waiting.join().close();
    }

    @Test
    void butNotForEver() {
        Reception reception = new Reception(PLACES, Duration.ofMillis(1));
        Upload first = reception.admit(AccountId.random());
        reception.admit(AccountId.random());

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> reception.admit(pia));

        first.close();
        reception.admit(pia).close();
    }
}

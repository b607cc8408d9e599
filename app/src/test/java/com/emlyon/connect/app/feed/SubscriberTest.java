package com.emlyon.connect.app.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.app.security.TokenClaims;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.WebSocketSession;

class SubscriberTest {

    private static final TokenClaims PASS =
            new TokenClaims.WithoutSession(AccountId.random(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60));

    /** A client that does not read keeps its farewell waiting; with many of them the feed would stand still. */
    @Test
    void whoClosesDoesNotWaitUntilTheClientHasBeenTold() throws IOException, InterruptedException {
        // given
        CountDownLatch clientReads = new CountDownLatch(1);
        WebSocketSession session = mock(WebSocketSession.class);
        doAnswer(call -> {
                    clientReads.await();
                    return null;
                })
                .when(session)
                .close(any());

        // when
        Thread farewell = new Subscriber<>(PASS, session, new ConflatingOutbox(), Duration.ofSeconds(25))
                .close(FeedCloseReason.STOPPING);

        // then
        assertThat(farewell.isAlive()).isTrue();
        clientReads.countDown();
        assertThat(farewell.join(Duration.ofMinutes(1))).isTrue();
    }
}

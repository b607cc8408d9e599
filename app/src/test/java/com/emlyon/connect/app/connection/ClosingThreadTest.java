package com.emlyon.connect.app.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A virtual thread does not close a socket itself. */
class ClosingThreadTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final ClosingThread closing = new ClosingThread();
    private final SocketChannel socket = mock(SocketChannel.class);
    private final CompletableFuture<Thread> closer = new CompletableFuture<>();

    @BeforeEach
    void tellWhoCloses() throws IOException {
        doAnswer(close -> closer.complete(Thread.currentThread())).when(socket).close();
    }

    @Test
    void aVirtualThreadLeavesItToAPlatformThread() {
        Thread.startVirtualThread(this::close);

        assertThat(closer).succeedsWithin(SOON).extracting(Thread::isVirtual).isEqualTo(false);
    }

    @Test
    void aPlatformThreadClosesItAtOnce() {
        close();

        assertThat(closer).isCompletedWithValue(Thread.currentThread());
    }

    private void close() {
        try {
            closing.close(socket);
        } catch (IOException broken) {
            closer.completeExceptionally(broken);
        }
    }
}

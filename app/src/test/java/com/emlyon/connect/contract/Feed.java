package com.emlyon.connect.contract;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An open WebSocket and the frames that it received. */
final class Feed implements WebSocket.Listener, AutoCloseable {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closing> closing = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    /** How the service closed a connection. */
    record Closing(int code, String reason) {}

    /** Connects; a refused handshake surfaces as the exception of {@link WebSocket.Builder#buildAsync}. */
    static Feed open(HttpClient http, URI endpoint, String query, String... headers) {
        Feed feed = new Feed();
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(TIME_LIMIT);
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        feed.socket = builder.buildAsync(URI.create(endpoint + query), feed).join();
        return feed;
    }

    /** The next frame, whatever it says. */
    String nextFrame() {
        return nextFrame(System.nanoTime() + TIME_LIMIT.toNanos(), List.of());
    }

    /** Waits for a frame that is exactly this text; others before it are read and dropped. */
    String awaitFrame(String text) {
        return awaitFrame(text::equals, text);
    }

    /** Waits for a frame of the wanted kind; others before it are read and dropped. */
    String awaitFrame(Predicate<String> wanted, String description) {
        long deadline = System.nanoTime() + TIME_LIMIT.toNanos();
        List<String> others = new ArrayList<>(List.of("waited for " + description));
        while (true) {
            String frame = nextFrame(deadline, others);
            if (wanted.test(frame)) {
                return frame;
            }
            others.add(frame);
        }
    }

    Closing awaitClosing() {
        return closing.orTimeout(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    Feed sendText(String text) {
        socket().sendText(text, true).join();
        return this;
    }

    Feed sendBinary(byte[] bytes) {
        socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    /** Says goodbye and waits until the service has, too. */
    void leave() {
        socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        awaitClosing();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closing.complete(new Closing(statusCode, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closing.completeExceptionally(error);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }

    private WebSocket socket() {
        if (socket == null) {
            throw new IllegalStateException("not connected");
        }
        return socket;
    }

    private String nextFrame(long deadline, List<String> others) {
        try {
            String frame = frames.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (frame == null) {
                throw new AssertionError("No such frame within %s; %s".formatted(TIME_LIMIT, others));
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

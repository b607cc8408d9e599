package com.emlyon.connect.contract;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket and the frames that it received. Tomcat's client and not the one of the JDK: that one (25.0.3) loses
 * bytes when much arrives right behind the handshake, which is just what a long {@code initial} frame does.
 */
public final class Feed extends Endpoint implements MessageHandler.Partial<String>, AutoCloseable {

    private static final Duration TIME_LIMIT = Duration.ofMinutes(3);

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closing> closing = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable Session session;

    /** How the service closed a connection. */
    public record Closing(int code, String reason) {}

    /** Connects, with header lines as {@code Name: value}; a refused handshake is an {@link IllegalStateException}. */
    static Feed open(URI endpoint, String query, String... headerLines) {
        return open(endpoint, query, List.of(), headerLines);
    }

    /** The same, asking for subprotocols. */
    static Feed open(URI endpoint, String query, List<String> protocols, String... headerLines) {
        return open(endpoint, query, protocols, List.of(), headerLines);
    }

    /** The same, offering to be told everything compressed. */
    static Feed openCompressed(URI endpoint, String query) {
        return open(endpoint, query, List.of(), Constants.INSTALLED_EXTENSIONS);
    }

    private static Feed open(
            URI endpoint, String query, List<String> protocols, List<Extension> extensions, String... headerLines) {
        Feed feed = new Feed();
        ClientEndpointConfig config = ClientEndpointConfig.Builder.create()
                .preferredSubprotocols(protocols)
                .extensions(extensions)
                .configurator(new ClientEndpointConfig.Configurator() {
                    @Override
                    public void beforeRequest(Map<String, List<String>> headers) {
                        for (String line : headerLines) {
                            String[] parts = line.split(": ", 2);
                            headers.put(parts[0], List.of(parts[1]));
                        }
                    }
                })
                .build();
        try {
            feed.session = ContainerProvider.getWebSocketContainer()
                    .connectToServer(feed, config, URI.create(endpoint + query));
            return feed;
        } catch (DeploymentException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next frame, whatever it says. */
    public String nextFrame() {
        return nextFrame(System.nanoTime() + TIME_LIMIT.toNanos(), List.of());
    }

    /** Waits until the service has told the whole state, so that everything later comes as a change. */
    public Feed awaitInitial() {
        awaitFrame(frame -> frame.startsWith("{\"type\":\"initial\","), "the initial frame");
        return this;
    }

    /** Waits for a frame that is exactly this text; others before it are read and dropped. */
    public String awaitFrame(String text) {
        return awaitFrame(text::equals, text);
    }

    /** Waits for a frame of the wanted kind; others before it are read and dropped. */
    public String awaitFrame(Predicate<String> wanted, String description) {
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

    /** The next frame if there is one already. */
    public Optional<String> frameAtHand() {
        return Optional.ofNullable(frames.poll());
    }

    /** Whether the connection has ended, one way or another. */
    public boolean isClosed() {
        return closing.isDone();
    }

    /** How the service closed the connection, if it has. */
    public Optional<Closing> closingAtHand() {
        return Optional.ofNullable(closing.getNow(null));
    }

    /** Waits until the service has closed the connection. */
    public Closing awaitClosing() {
        return closing.orTimeout(TIME_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** What was agreed upon beside the protocol. */
    public List<String> extensions() {
        return session().getNegotiatedExtensions().stream()
                .map(Extension::getName)
                .toList();
    }

    /** Says something. */
    public Feed sendText(String text) {
        try {
            session().getBasicRemote().sendText(text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Feed sendBinary(byte[] bytes) {
        try {
            session().getBasicRemote().sendBinary(ByteBuffer.wrap(bytes));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        opened.addMessageHandler(String.class, this);
    }

    @Override
    public void onMessage(String part, boolean last) {
        partial.append(part);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        closing.complete(new Closing(reason.getCloseCode().getCode(), reason.getReasonPhrase()));
    }

    @Override
    public void onError(Session broken, Throwable error) {
        closing.completeExceptionally(error);
    }

    @Override
    public void close() {
        try {
            session().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Session session() {
        if (session == null) {
            throw new IllegalStateException("not connected");
        }
        return session;
    }

    private String nextFrame(long deadline, List<String> others) {
        try {
            String frame = frames.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (frame == null) {
                throw new AssertionError(
                        "No such frame within %s; closing: %s; %s".formatted(TIME_LIMIT, closing, others));
            }
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

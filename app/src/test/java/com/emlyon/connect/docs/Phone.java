package com.emlyon.connect.docs;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A student's phone that follows the feed. */
final class Phone extends Endpoint implements MessageHandler.Partial<String>, AutoCloseable {

    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable Session session;

    /** Connects with the token of its owner. */
    static Phone of(Student owner, URI feed) throws IOException, DeploymentException {
        Phone phone = new Phone();
        phone.session = ContainerProvider.getWebSocketContainer()
                .connectToServer(
                        phone,
                        ClientEndpointConfig.Builder.create().build(),
                        URI.create(feed + "?token=" + owner.token()));
        return phone;
    }

    /** All frames so far. */
    List<String> frames() {
        return List.copyOf(frames);
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        opened.addMessageHandler(this);
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
    public void close() throws IOException {
        if (session != null) {
            session.close();
        }
    }
}

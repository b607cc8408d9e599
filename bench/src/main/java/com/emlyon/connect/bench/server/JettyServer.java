package com.emlyon.connect.bench.server;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/** Jetty with its core API, which takes a frame with ready bytes, and writes it without a thread for each client. */
final class JettyServer implements FanOutServer {

    private final Set<CoreSession> sessions = ConcurrentHashMap.newKeySet();
    private final ServerConnector connector;

    JettyServer(byte[] list) throws Exception {
        Server server = new Server();
        connector = new ServerConnector(server);
        connector.setAcceptQueueSize(1_000);
        server.addConnector(connector);
        WebSocketUpgradeHandler sockets = new WebSocketUpgradeHandler();
        server.setHandler(sockets);
        sockets.addMapping("/ws", (request, response, callback) -> new Session());
        sockets.setHandler(new Handler.Abstract.NonBlocking() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, list.length);
                response.write(true, ByteBuffer.wrap(list), callback);
                return true;
            }
        });
        server.start();
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void send(ByteBuffer utf8) {
        sessions.forEach(session -> session.sendFrame(new Frame(OpCode.TEXT, utf8.slice()), Callback.NOOP, false));
    }

    private final class Session implements FrameHandler {

        private @Nullable CoreSession session;

        @Override
        public void onOpen(CoreSession opened, Callback callback) {
            session = opened;
            sessions.add(opened);
            callback.succeeded();
            opened.demand();
        }

        @Override
        public void onFrame(Frame frame, Callback callback) {
            callback.succeeded();
            Objects.requireNonNull(session).demand();
        }

        @Override
        public void onError(Throwable cause, Callback callback) {
            callback.succeeded();
        }

        @Override
        public void onClosed(CloseStatus status, Callback callback) {
            sessions.remove(Objects.requireNonNull(session));
            callback.succeeded();
        }
    }
}

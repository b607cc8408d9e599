package com.emlyon.connect.bench.server;

import com.emlyon.connect.app.websocket.OpeningHandshakeRequest;
import com.emlyon.connect.app.websocket.SharedText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.websocket.server.WsSci;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;

/** Tomcat as the service uses it: text that is encoded once, sent on a virtual thread for each client, or on one thread for all. */
final class TomcatServer implements FanOutServer {

    private static final String SERVER_CONTAINER = ServerContainer.class.getName();

    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final Tomcat tomcat = new Tomcat();
    private final boolean threadForEach;

    /** @param threadForEach whether each client is sent to on a thread of its own */
    TomcatServer(byte[] list, boolean threadForEach) throws Exception {
        this.threadForEach = threadForEach;
        tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.getProtocolHandler().setExecutor(virtualThreads);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(new WsSci(), Set.of());
        Tomcat.addServlet(context, "list", new ReadyList(list));
        context.addServletMappingDecoded("/", "list");
        FilterDef filter = new FilterDef();
        filter.setFilterName("handshake");
        filter.setFilter(new HandshakeFilter());
        context.addFilterDef(filter);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName("handshake");
        everywhere.addURLPattern("/ws");
        context.addFilterMap(everywhere);
        tomcat.start();
        if (context.getServletContext().getAttribute(SERVER_CONTAINER) instanceof ServerContainer container) {
            container.setDefaultMaxTextMessageBufferSize(1_024);
            container.setDefaultMaxBinaryMessageBufferSize(1_024);
            container.addEndpoint(ServerEndpointConfig.Builder.create(Opened.class, "/ws")
                    .configurator(new ServerEndpointConfig.Configurator() {
                        @Override
                        public <T> T getEndpointInstance(Class<T> type) {
                            return type.cast(new Opened(TomcatServer.this));
                        }
                    })
                    .build());
        }
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void send(ByteBuffer utf8) throws IOException {
        SharedText text = SharedText.joining(utf8);
        for (Client client : clients) {
            client.offer(text);
        }
    }

    /** A client, who is sent the newest text. */
    private final class Client {

        private final StandardWebSocketSession session;
        private final Semaphore signals = new Semaphore(0);
        private volatile @Nullable SharedText newest;

        Client(StandardWebSocketSession session) {
            this.session = session;
            if (threadForEach) {
                virtualThreads.execute(this::sendForEver);
            }
        }

        void offer(SharedText text) throws IOException {
            if (threadForEach) {
                newest = text;
                signals.release();
            } else {
                text.sendTo(session);
            }
        }

        private void sendForEver() {
            try {
                while (true) {
                    signals.acquire();
                    signals.drainPermits();
                    SharedText text = newest;
                    if (text != null) {
                        text.sendTo(session);
                    }
                }
            } catch (IOException | InterruptedException gone) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A connection of a client. */
    public static final class Opened extends Endpoint {

        private final TomcatServer server;

        private Opened(TomcatServer server) {
            this.server = server;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            StandardWebSocketSession opened = new StandardWebSocketSession(new HttpHeaders(), Map.of(), null, null);
            opened.initializeNativeSession(session);
            server.clients.add(server.new Client(opened));
        }
    }

    private static final class ReadyList extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient byte[] list;

        ReadyList(byte[] list) {
            this.list = list;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.setContentLength(list.length);
            response.getOutputStream().write(list);
        }
    }

    private static final class HandshakeFilter extends HttpFilter {

        private static final long serialVersionUID = 1;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(new OpeningHandshakeRequest(request, false), response);
        }
    }
}

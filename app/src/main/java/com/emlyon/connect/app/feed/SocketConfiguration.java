package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.Tickets;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.personal.MasterKeyAvailability;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/**
 * Serves the feeds at {@code /ws} and, for administrators, at {@code /ws/admin}. Spring accepts all origins:
 * {@link HandshakeFilter} has checked them, and answers in the format of the contract.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSocket
class SocketConfiguration implements WebSocketConfigurer {

    /** Tomcat keeps a buffer of this many bytes and one of this many characters for each connection, in use or not. */
    private static final int BYTES_HEARD_AT_ONCE = 1024;

    /** Tomcat keeps three more buffers of this many bytes for each connection; they hold the short frames that are sent together. */
    private static final int BYTES_OF_A_BUFFER = 2 * 1024;

    private final FeedHandler everybody;
    private final FeedHandler admins;

    SocketConfiguration(
            Sessions sessions,
            Tickets tickets,
            SessionRevocationMonitor sessionRevocationMonitor,
            Feed feed,
            AdminFeed adminFeed,
            DatabaseAvailability availability,
            MasterKeyAvailability masterKeys,
            FeedLimits limits) {
        ConnectionLimiter connectionLimiter =
                new ConnectionLimiter(limits.mostConnections(), limits.mostConnectionsOfAnAccount());
        SocketLimits socketLimits = new SocketLimits(limits);
        this.everybody = new FeedHandler(
                sessions,
                tickets,
                sessionRevocationMonitor,
                feed,
                connectionLimiter,
                availability,
                masterKeys,
                socketLimits);
        this.admins = new FeedHandler(
                sessions,
                tickets,
                sessionRevocationMonitor,
                adminFeed,
                connectionLimiter,
                availability,
                masterKeys,
                socketLimits);
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(everybody, HandshakeFilter.FOR_EVERYBODY)
                .setHandshakeHandler(new ExactSubprotocols())
                .setAllowedOriginPatterns("*");
        registry.addHandler(admins, HandshakeFilter.FOR_ADMINS)
                .setHandshakeHandler(new ExactSubprotocols())
                .setAllowedOriginPatterns("*");
    }

    /** Tomcat reads this buffer size from a system property when it creates its WebSocket container. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
        return factory -> System.setProperty(
                "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", String.valueOf(BYTES_OF_A_BUFFER));
    }

    @Bean
    static ServletServerContainerFactoryBean webSocketBuffers() {
        ServletServerContainerFactoryBean buffers = new ServletServerContainerFactoryBean();
        buffers.setMaxTextMessageBufferSize(BYTES_HEARD_AT_ONCE);
        buffers.setMaxBinaryMessageBufferSize(BYTES_HEARD_AT_ONCE);
        return buffers;
    }
}

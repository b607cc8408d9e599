package com.emlyon.connect.app.feed;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/** Opens the feed at {@code /ws}; origins are judged by {@link FeedDoor}, which answers in the contract's shape. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSocket
class FeedConfiguration implements WebSocketConfigurer {

    private static final int MOST_BYTES_FROM_A_CLIENT = 64 * 1024;

    private final FeedHandler handler;

    FeedConfiguration(FeedHandler handler) {
        this.handler = handler;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, FeedDoor.PATH).setAllowedOriginPatterns("*");
    }

    @Bean
    static ServletServerContainerFactoryBean webSocketLimits() {
        ServletServerContainerFactoryBean limits = new ServletServerContainerFactoryBean();
        limits.setMaxTextMessageBufferSize(MOST_BYTES_FROM_A_CLIENT);
        limits.setMaxBinaryMessageBufferSize(MOST_BYTES_FROM_A_CLIENT);
        return limits;
    }
}

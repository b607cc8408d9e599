package com.emlyon.connect.app.idempotency;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Claims keys after writes have been counted, so that a request refused for too many writes holds no key. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration implements WebMvcConfigurer {

    private final KeyedRequests requests;

    IdempotencyConfiguration(KeyedRequests requests) {
        this.requests = requests;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(requests).order(Ordered.LOWEST_PRECEDENCE);
    }
}

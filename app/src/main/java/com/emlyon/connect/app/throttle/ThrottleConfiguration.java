package com.emlyon.connect.app.throttle;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the interceptor that counts all writes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ThrottleSettings.class)
class ThrottleConfiguration implements WebMvcConfigurer {

    private final WriteCounter counter;

    ThrottleConfiguration(WriteCounter counter) {
        this.counter = counter;
    }

    /** The time of the machine, only for a library that compares with it. */
    @Bean(defaultCandidate = false)
    static Clock machineClock() {
        return Clock.systemUTC();
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(counter);
    }
}

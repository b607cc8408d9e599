package com.emlyon.library;

import com.emlyon.platform.eventstore.axon.AggregateMemory;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import org.axonframework.common.caching.Cache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the books in memory that are lent often. */
@Configuration(proxyBeanMethods = false)
class LibraryConfiguration {

    @Bean
    Cache booksInMemory(NotificationListener notifications) {
        return AggregateMemory.of("books", notifications);
    }
}

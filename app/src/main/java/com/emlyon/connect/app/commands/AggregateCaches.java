package com.emlyon.connect.app.commands;

import com.emlyon.platform.eventstore.axon.AggregateMemory;
import com.emlyon.platform.eventstore.notification.NotificationListener;
import org.axonframework.common.caching.Cache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The caches of aggregates, which the aggregates name. */
@Configuration(proxyBeanMethods = false)
class AggregateCaches {

    @Bean
    Cache accountsInMemory(NotificationListener signals) {
        return AggregateMemory.of("accounts", signals);
    }

    @Bean
    Cache emailClaimsInMemory(NotificationListener signals) {
        return AggregateMemory.of("email-claims", signals);
    }

    @Bean
    Cache presencesInMemory(NotificationListener signals) {
        return AggregateMemory.of("presences", signals);
    }

    @Bean
    Cache eventsInMemory(NotificationListener signals) {
        return AggregateMemory.of("events", signals);
    }
}

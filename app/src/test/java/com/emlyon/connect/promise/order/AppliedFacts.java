package com.emlyon.connect.promise.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notes at which positions the facts lie that each processor of a node has applied and committed, in that order. */
@Configuration(proxyBeanMethods = false)
class AppliedFacts {

    /** Makes a node note what its processors do. */
    static final String ARGUMENT = "--spring.main.sources=" + AppliedFacts.class.getName();

    private final Map<String, Queue<Long>> positions = new ConcurrentHashMap<>();

    @Bean
    ConfigurerModule notingWhatIsApplied() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((configuration, processor) -> notingFor(processor));
    }

    private MessageHandlerInterceptor<EventMessage<?>> notingFor(String processor) {
        Queue<Long> applied = positions.computeIfAbsent(processor, name -> new ConcurrentLinkedQueue<>());
        return (batch, chain) -> {
            if (batch.getMessage() instanceof TrackedEventMessage<?> fact) {
                batch.<List<Long>>getOrComputeResource(AppliedFacts.class.getName(), key -> {
                            List<Long> inThisBatch = new ArrayList<>();
                            batch.afterCommit(committed -> applied.addAll(inThisBatch));
                            return inThisBatch;
                        })
                        .add(fact.trackingToken().position().orElseThrow());
            }
            return chain.proceed();
        };
    }

    /** In the order in which the processor applied them on this node. */
    List<Long> by(String processor) {
        return List.copyOf(positions.getOrDefault(processor, new ConcurrentLinkedQueue<>()));
    }
}

package com.emlyon.connect.promise.order;

import com.emlyon.connect.app.OtherwiseTheSame;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Rows;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes at which positions the facts lie that each processor and each projection of a node has applied and committed, in
 * that order.
 */
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

    /** Puts somebody who takes notes in front of every projection. */
    @Bean
    static BeanPostProcessor notingWhatProjectionsApply(ObjectProvider<AppliedFacts> notes) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Projection projection ? new Noted(projection, notes) : bean;
            }
        };
    }

    private Queue<Long> appliedBy(String processor) {
        return positions.computeIfAbsent(processor, name -> new ConcurrentLinkedQueue<>());
    }

    private MessageHandlerInterceptor<EventMessage<?>> notingFor(String processor) {
        Queue<Long> applied = appliedBy(processor);
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

    /** In the order in which the processor or projection applied them on this node. */
    List<Long> by(String processor) {
        return List.copyOf(appliedBy(processor));
    }

    /** A projection, and notes of what it has applied. */
    private record Noted(Projection original, ObjectProvider<AppliedFacts> notes) implements OtherwiseTheSame {

        @Override
        public void apply(Fact fact, long position, Rows rows) {
            original.apply(fact, position, rows);
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                // Folded in memory: there is nothing to commit.
                return;
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    notes.getObject().appliedBy(name()).add(position);
                }
            });
        }
    }
}

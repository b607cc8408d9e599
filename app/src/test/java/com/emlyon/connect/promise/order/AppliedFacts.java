package com.emlyon.connect.promise.order;

import com.emlyon.connect.app.OtherwiseTheSame;
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.reaction.Reaction;
import com.emlyon.platform.projections.table.Rows;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /** Notes what every projection and every reaction applies. */
    @Bean
    static BeanPostProcessor notingWhatProjectionsApply(ObjectProvider<AppliedFacts> notes) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return switch (bean) {
                    case Projection projection -> new Noted(projection, notes);
                    case Reaction reaction -> new NotedReaction(reaction, notes);
                    default -> bean;
                };
            }
        };
    }

    private Queue<Long> appliedBy(String processor) {
        return positions.computeIfAbsent(processor, name -> new ConcurrentLinkedQueue<>());
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
            noteAfterCommit(notes, name(), position);
        }
    }

    /** A reaction, and notes of what it has reacted to. */
    private record NotedReaction(Reaction original, ObjectProvider<AppliedFacts> notes) implements Reaction {

        @Override
        public String name() {
            return original.name();
        }

        @Override
        public Set<Class<? extends Fact>> facts() {
            return original.facts();
        }

        @Override
        public void react(Fact fact, long position) {
            original.react(fact, position);
            noteAfterCommit(notes, name(), position);
        }
    }

    private static void noteAfterCommit(ObjectProvider<AppliedFacts> notes, String name, long position) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            // Folded in memory: there is nothing to commit.
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                notes.getObject().appliedBy(name).add(position);
            }
        });
    }
}

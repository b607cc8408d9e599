package com.emlyon.platform.eventstore.axon;

import com.emlyon.platform.eventstore.refusal.Refused;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Finds decisions that were based on an outdated aggregate in this node's cache, because another node has added facts.
 * When a command adds facts, the store's unique key reveals that. A refusal, or the decision that nothing is to be
 * done, adds none: then this class asks the store for the last sequence. An outdated decision counts as a conflict: the
 * aggregate is removed from the cache, and the command is decided again.
 */
final class OutdatedDecisions implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final EventStore history;

    OutdatedDecisions(EventStore history) {
        this.history = history;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            Object result = chain.proceed();
            check(unitOfWork, recollection -> !recollection.addedFacts());
            return result;
        } catch (Refused refused) {
            check(unitOfWork, recollection -> true);
            throw refused;
        }
    }

    private void check(UnitOfWork<?> unitOfWork, Predicate<CachedAggregate> concerned) {
        CachedAggregate.of(unitOfWork).stream()
                .filter(concerned)
                .filter(this::isOutdated)
                .findFirst()
                .ifPresent(outdated -> {
                    throw new ConcurrencyException("Another node has added to " + outdated.stream());
                });
    }

    private boolean isOutdated(CachedAggregate recollection) {
        return !history.lastSequenceNumberFor(recollection.stream())
                .equals(Optional.ofNullable(recollection.sequence()));
    }
}

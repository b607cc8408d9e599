package com.emlyon.connect.app.idempotency;

import com.emlyon.platform.eventstore.append.WriteOutcomeUnknown;
import com.emlyon.platform.eventstore.axon.TransactionalWrites;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the idempotency key of a request in the transaction of the facts of its command. An attempt that no longer
 * holds its key stores nothing.
 */
@Component
class KeyedCommands {

    /** Metadata of the command; it is not stored with the facts. */
    private static final String ATTEMPT = "idempotencyAttempt";

    private final IdempotencyKeyTable table;

    KeyedCommands(IdempotencyKeyTable table, CommandBus bus) {
        this.table = table;
        // If these interceptors were beans, Axon would register them as well, and everything would be written twice.
        bus.registerDispatchInterceptor(commands -> (index, command) -> withAttempt(command));
        bus.registerHandlerInterceptor(this::handle);
    }

    /**
     * Adds the attempt when the command is sent, because only then its thread has a request, not when it is decided
     * again.
     */
    private static CommandMessage<?> withAttempt(CommandMessage<?> command) {
        return KeyedRequest.current()
                .<CommandMessage<?>>map(attempt -> command.andMetaData(Map.of(ATTEMPT, attempt)))
                .orElse(command);
    }

    private @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Optional<Attempt> attempt = unitOfWork.getMessage().getMetaData().get(ATTEMPT) instanceof Attempt known
                ? Optional.of(known)
                : Optional.empty();
        attempt.ifPresent(held -> unitOfWork.onRollback(undone -> {
            held.noteAnswered(false);
            if (undone.getExecutionResult().getExceptionResult() instanceof WriteOutcomeUnknown) {
                held.noteOutcomeUnknown();
            }
        }));
        Object result = chain.proceed();
        // Added after what the handler writes, because the account of a registration must exist first.
        attempt.ifPresent(held -> TransactionalWrites.add(unitOfWork, transaction -> {
            table.storeWithFacts(held, transaction);
            held.noteAnswered(held.prepared().isPresent());
        }));
        return result;
    }
}

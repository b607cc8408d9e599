package com.emlyon.connect.app.idempotency;

import com.emlyon.connect.app.store.TransactionalWrites;
import com.emlyon.connect.app.store.WriteOutcomeUnknown;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Has the key of a request written in the transaction of the facts of its command. An attempt that does not hold its key any
 * more stores nothing.
 */
@Component
class KeyedCommands {

    /** Comes with the command, and stays out of the facts. */
    private static final String ATTEMPT = "idempotencyAttempt";

    private final IdempotencyKeyTable table;

    KeyedCommands(IdempotencyKeyTable table, CommandBus bus) {
        this.table = table;
        // Beans that are interceptors Axon would register, too, and everything would be written twice.
        bus.registerDispatchInterceptor(commands -> (index, command) -> withAttempt(command));
        bus.registerHandlerInterceptor(this::handle);
    }

    /** Where it is sent there is a request; where it is decided again there is not. */
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
        // After what the handler writes: the account of a registration must be there.
        attempt.ifPresent(held -> TransactionalWrites.add(unitOfWork, transaction -> {
            table.storeWithFacts(held, transaction);
            held.noteAnswered(held.prepared().isPresent());
        }));
        return result;
    }
}

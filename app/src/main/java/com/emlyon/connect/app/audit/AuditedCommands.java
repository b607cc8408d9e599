package com.emlyon.connect.app.audit;

import com.emlyon.connect.api.account.ChangePassword;
import com.emlyon.connect.api.account.DeleteAccount;
import com.emlyon.connect.api.account.RegisterAccount;
import com.emlyon.platform.eventstore.axon.TransactionalWrites;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the entries of commands on accounts in the transaction that stores their facts, so that either both are stored
 * or neither.
 */
@Component
class AuditedCommands {

    /** The key of the address in the metadata of a command; it is not copied to the facts. */
    private static final String ADDRESS = "address";

    private final AuditTable table;
    private final CurrentRequest request;
    private final Clock clock;

    AuditedCommands(AuditTable table, CurrentRequest request, Clock clock, CommandBus bus) {
        this.table = table;
        this.request = request;
        this.clock = clock;
        // Registered here and not as beans: Axon registers interceptor beans, too, and would enter everything twice.
        bus.registerDispatchInterceptor(commands -> (index, command) -> addressed(command));
        bus.registerHandlerInterceptor(this::enter);
    }

    /**
     * Adds the address when the command is dispatched, because the thread that handles it, or retries it, may have no
     * current request.
     */
    private CommandMessage<?> addressed(CommandMessage<?> command) {
        return noteOn(command)
                .flatMap(note -> request.address())
                .<CommandMessage<?>>map(address -> command.andMetaData(Map.of(ADDRESS, address)))
                .orElse(command);
    }

    private @Nullable Object enter(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Object result = chain.proceed();
        CommandMessage<?> command = unitOfWork.getMessage();
        noteOn(command).ifPresent(note -> {
            Noted noted = new Noted(
                    clock.instant(),
                    command.getMetaData().get(ADDRESS) instanceof String from
                            ? note.from(from)
                            : withoutRequest(command, note));
            TransactionalWrites.add(unitOfWork, transaction -> table.enter(List.of(noted), transaction));
        });
        return result;
    }

    /** Accounts that are deleted without a request are deleted by an operator on the command line. */
    private static Note withoutRequest(CommandMessage<?> command, Note note) {
        return command.getPayload() instanceof DeleteAccount ? note.byOperator() : note;
    }

    private static Optional<Note> noteOn(CommandMessage<?> message) {
        return switch (message.getPayload()) {
            case RegisterAccount command ->
                Optional.of(Note.of(Kind.REGISTERED).by(command.account()).about(command.account()));
            case ChangePassword command ->
                Optional.of(Note.of(Kind.PASSWORD_CHANGED).by(command.account()).about(command.account()));
            case DeleteAccount command ->
                Optional.of(Note.of(Kind.ACCOUNT_DELETED).by(command.account()).about(command.account()));
            default -> Optional.empty();
        };
    }
}

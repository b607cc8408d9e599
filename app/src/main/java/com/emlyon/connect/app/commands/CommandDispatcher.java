package com.emlyon.connect.app.commands;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.refusal.Refused;
import com.emlyon.connect.app.processing.ReadYourWrites;
import com.emlyon.connect.app.store.AppendPositions;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends commands in the name of an account, and waits until the views show what was done. */
@Component
public class CommandDispatcher {

    private final CommandGateway gateway;
    private final AppendPositions appendPositions;
    private final ReadYourWrites readYourWrites;
    private final EventStore history;

    CommandDispatcher(
            CommandGateway gateway,
            AppendPositions appendPositions,
            ReadYourWrites readYourWrites,
            EventStore history) {
        this.gateway = gateway;
        this.appendPositions = appendPositions;
        this.readYourWrites = readYourWrites;
        this.history = history;
    }

    /**
     * Sends, and waits for the given processors to have seen the facts.
     *
     * @throws Refused when the answer is no
     */
    public <R extends @Nullable Object> Sent<R> send(AccountId actor, Command command, String... processors) {
        CommandMessage<?> message = GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(CorrelationMetadata.ACTOR, actor.value()));
        appendPositions.expect(message.getIdentifier());
        OptionalLong position = OptionalLong.empty();
        R result;
        try {
            result = decided(command, message);
        } finally {
            position = appendPositions.take(message.getIdentifier());
        }
        return new Sent<>(result, readYourWrites.await(position.orElseGet(this::endOfHistory), processors));
    }

    /**
     * Sends for somebody who works on the command line and has no account; nobody waits for the views.
     *
     * @throws Refused when the answer is no
     */
    public void sendForOperator(Command command) {
        decided(command, GenericCommandMessage.asCommandMessage(command));
    }

    /** Waits until the views show all that is stored at this moment; false when one is late. */
    public boolean awaitHistory(Collection<String> processors) {
        return readYourWrites.await(endOfHistory(), processors.toArray(String[]::new));
    }

    private <R extends @Nullable Object> R decided(Command command, CommandMessage<?> message) {
        try {
            return gateway.sendAndWait(message);
        } catch (AggregateNotFoundException | IncompatibleAggregateException neverExisted) {
            // Or it is the stream of something else: clients choose ids, and the id of an account is no event.
            throw new Refused(command.refusalWhenUnknown());
        }
    }

    /** Where there was nothing to do, somebody else has done it, and the views may not show that yet. */
    private long endOfHistory() {
        return history.createHeadToken().position().orElseThrow();
    }

    /**
     * What became of a command.
     *
     * @param result what its handler returned
     * @param visible whether the views show it already; if not, they will
     */
    public record Sent<R extends @Nullable Object>(R result, boolean visible) {}
}

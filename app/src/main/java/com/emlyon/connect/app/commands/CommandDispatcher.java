package com.emlyon.connect.app.commands;

import com.emlyon.connect.api.Command;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.platform.eventstore.axon.AppendPositions;
import com.emlyon.platform.eventstore.axon.CorrelationMetadata;
import com.emlyon.platform.eventstore.refusal.Refused;
import com.emlyon.platform.projections.position.ReadYourWrites;
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

/** Sends commands for an account, and waits until the views show what they did. */
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
     * Sends a command, and waits until the given processors have processed its facts.
     *
     * @throws Refused when the command is refused
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
     * Sends a command for an operator on the command line, who has no account; does not wait for the views.
     *
     * @throws Refused when the command is refused
     */
    public void sendForOperator(Command command) {
        decided(command, GenericCommandMessage.asCommandMessage(command));
    }

    /** Waits until the views show all facts that are stored at this moment; false when a processor is late. */
    public boolean awaitHistory(Collection<String> processors) {
        return readYourWrites.await(endOfHistory(), processors.toArray(String[]::new));
    }

    private <R extends @Nullable Object> R decided(Command command, CommandMessage<?> message) {
        try {
            return gateway.sendAndWait(message);
        } catch (AggregateNotFoundException | IncompatibleAggregateException neverExisted) {
            // Or the stream belongs to an aggregate of another type: clients choose ids, and may send the id of an
            // account as that of an event.
            throw new Refused(command.refusalWhenUnknown());
        }
    }

    /**
     * The position to wait for when a command made no facts: an earlier one did what it asks for, and the views may not
     * show that yet.
     */
    private long endOfHistory() {
        return history.createHeadToken().position().orElseThrow();
    }

    /**
     * The result of a command.
     *
     * @param result what its handler returned
     * @param visible whether the views show it already; if not, they will later
     */
    public record Sent<R extends @Nullable Object>(R result, boolean visible) {}
}

package com.emlyon.platform.eventstore.axon;

import com.emlyon.platform.eventstore.append.AppendConflict;
import com.emlyon.platform.eventstore.append.WriteOutcomeUnknown;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongFunction;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands that follow from a fact. Their facts are stored with its id as their cause, and with the account that
 * had asked for it.
 */
public final class FollowUpCommands {

    private final CommandGateway gateway;
    private final LongFunction<MetaData> origins;

    /** @param origins the metadata with which commands are sent that follow from the fact at a position */
    public FollowUpCommands(CommandGateway gateway, LongFunction<MetaData> origins) {
        this.gateway = gateway;
        this.origins = origins;
    }

    /**
     * Sends a command because of the fact at a position, and waits until it is carried out. It runs on a thread of its
     * own, outside of any transaction of the caller.
     *
     * @throws Refused when the command is refused
     * @throws AppendConflict when other commands were faster, again and again
     * @throws WriteOutcomeUnknown when the caller is interrupted
     */
    public void send(Object command, long because) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofVirtual().name("follow-up-command").start(() -> {
            try {
                gateway.sendAndWait(
                        GenericCommandMessage.asCommandMessage(command).withMetaData(origins.apply(because)));
                done.complete(null);
            } catch (RuntimeException | Error failure) {
                done.completeExceptionally(failure);
            }
        });
        try {
            done.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WriteOutcomeUnknown("Interrupted while a command was carried out", interrupted);
        } catch (ExecutionException failed) {
            throw asThrown(failed.getCause());
        }
    }

    private static RuntimeException asThrown(@Nullable Throwable failure) {
        return switch (failure) {
            case ConcurrencyException conflict -> new AppendConflict("Other commands were faster", conflict);
            case RuntimeException other -> other;
            case null, default -> new IllegalStateException(failure);
        };
    }
}

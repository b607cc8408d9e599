package com.emlyon.platform.eventstore.axon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * The metadata stored with every fact about where it comes from: {@code actor} (the account that sent the command),
 * {@code command} and {@code commandId}, and {@code cause} (the fact because of which a rule sent the command).
 */
public final class CorrelationMetadata implements CorrelationDataProvider {

    /** The key of the account that sent the command; senders put it into the metadata of their commands. */
    public static final String ACTOR = "actor";

    private static final String COMMAND = "command";
    private static final String COMMAND_ID = "commandId";
    private static final String CAUSE = "cause";

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> origin = new HashMap<>();
        keep(origin, message, ACTOR);
        if (message instanceof CommandMessage<?> command) {
            origin.put(COMMAND, command.getPayloadType().getSimpleName());
            origin.put(COMMAND_ID, command.getIdentifier());
            keep(origin, message, CAUSE);
        } else if (message instanceof EventMessage<?> fact) {
            origin.put(CAUSE, fact.getIdentifier());
        }
        return origin;
    }

    private static void keep(Map<String, Object> origin, Message<?> message, String key) {
        Optional.ofNullable(message.getMetaData().get(key)).ifPresent(value -> origin.put(key, value));
    }
}

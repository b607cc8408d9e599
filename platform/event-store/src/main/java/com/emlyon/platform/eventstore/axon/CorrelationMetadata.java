package com.emlyon.platform.eventstore.axon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The metadata stored with every fact about where it comes from: {@code actor} (the account that sent the command),
 * {@code command} and {@code commandId}, and {@code cause} (the fact from which the command followed).
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
        }
        return origin;
    }

    /** The metadata of a command that follows from the fact at a position. */
    static MetaData following(JdbcClient database, long position) {
        return database.sql("SELECT id::text, metadata ->> 'actor' AS actor FROM store.fact WHERE position = ?")
                .param(position)
                .query((row, number) -> {
                    MetaData cause = MetaData.with(CAUSE, row.getString("id"));
                    String actor = row.getString("actor");
                    return actor == null ? cause : cause.and(ACTOR, actor);
                })
                .single();
    }

    private static void keep(Map<String, Object> origin, Message<?> message, String key) {
        Optional.ofNullable(message.getMetaData().get(key)).ifPresent(value -> origin.put(key, value));
    }
}

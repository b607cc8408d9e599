package com.emlyon.connect.app.processing;

import com.emlyon.platform.eventstore.axon.TokenTable;
import com.emlyon.platform.projections.generation.Channels;
import com.emlyon.platform.projections.position.ReadPositions;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's token store, which also notifies every node of the position of a processor, in the transaction that stores it.
 * The commit waits for the disk, although all views could be rebuilt from history: after a crash of the database a
 * processor continues from the position in its memory, so a position that it has committed must not be lost.
 */
final class NotifyingTokenStore extends JdbcTokenStore {

    private final JdbcClient database;
    private final ReadPositions positions;

    NotifyingTokenStore(Builder builder, JdbcClient database, ReadPositions positions) {
        super(builder);
        this.database = database;
        this.positions = positions;
    }

    static Builder builder(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .contentType(String.class)
                .schema(TokenTable.schema());
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        super.storeToken(token, processorName, segment);
        if (token == null || token.position().isEmpty()) {
            return;
        }
        long position = token.position().getAsLong();
        database.sql("SELECT pg_notify(?, ?)")
                .params(Channels.POSITION_REACHED, processorName + ' ' + position)
                .query()
                .listOfRows();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    positions.reached(processorName, position);
                }
            });
        }
    }
}

package com.emlyon.connect.app.processing;

import com.emlyon.connect.query.generation.Channels;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Axon's token table, which in the moment of the commit also tells every node how far a processor has got. The commit
 * waits for the disk, although everything could be made again from history: a processor goes on from the position in its
 * memory when the database comes back from a crash, so what it believes written must not have been forgotten.
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
                .schema(TokenSchema.builder()
                        .setTokenTable("store.token")
                        .setProcessorNameColumn("processor")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("claimed_at")
                        .setOwnerColumn("owner")
                        .build());
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

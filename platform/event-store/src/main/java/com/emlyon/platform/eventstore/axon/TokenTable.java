package com.emlyon.platform.eventstore.axon;

import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;

/** The table {@code store.token}, in which Axon's event processors keep how far they have read. */
public final class TokenTable {

    private TokenTable() {}

    /** The names of the table and of its columns, for a token store that an application configures itself. */
    public static TokenSchema schema() {
        return TokenSchema.builder()
                .setTokenTable("store.token")
                .setProcessorNameColumn("processor")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("claimed_at")
                .setOwnerColumn("owner")
                .build();
    }
}

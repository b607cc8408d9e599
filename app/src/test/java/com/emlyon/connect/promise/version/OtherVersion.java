package com.emlyon.connect.promise.version;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another version of the service, older or newer, that writes into the same history. */
record OtherVersion(JdbcClient database) {

    private static final Instant THEN = Instant.parse("2026-11-23T08:15:30.123456Z");

    /** Appends one fact, payload as JSON, and returns its position. */
    long append(String stream, long sequence, String streamType, String type, int revision, String payload) {
        return database.sql("""
                        INSERT INTO store.fact
                          (stream, sequence, stream_type, id, type, revision, payload, metadata, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, '{}', ?)
                        RETURNING position
                        """)
                .params(
                        stream,
                        sequence,
                        streamType,
                        UUID.randomUUID(),
                        type,
                        String.valueOf(revision),
                        payload,
                        THEN.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}

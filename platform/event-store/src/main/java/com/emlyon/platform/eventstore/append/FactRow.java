package com.emlyon.platform.eventstore.append;

/** One fact as it is inserted into {@code store.fact}: all columns but the position, which the database assigns. */
public record FactRow(
        String stream,
        long sequence,
        String streamType,
        String id,
        String type,
        String revision,
        String payload,
        String metadata,
        String recordedAt) {}

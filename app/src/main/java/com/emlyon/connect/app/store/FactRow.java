package com.emlyon.connect.app.store;

/** One fact as it goes into {@code store.fact}: everything but its position, which the database gives. */
record FactRow(
        String stream,
        long sequence,
        String streamType,
        String id,
        String type,
        String revision,
        String payload,
        String metadata,
        String recordedAt) {}

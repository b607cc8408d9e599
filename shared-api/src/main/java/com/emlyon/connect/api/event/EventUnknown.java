package com.emlyon.connect.api.event;

/** The event does not exist, or not any more. */
public record EventUnknown(EventId event) implements EventRefusal {}

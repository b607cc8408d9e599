package com.emlyon.connect.api.event;

/** There is no such event, or no longer. */
public record EventUnknown(EventId event) implements EventRefusal {}

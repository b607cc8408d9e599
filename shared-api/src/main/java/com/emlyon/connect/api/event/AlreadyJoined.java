package com.emlyon.connect.api.event;

/** The student already takes part in the event. */
public record AlreadyJoined(EventId event) implements EventRefusal {}

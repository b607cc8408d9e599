package com.emlyon.connect.api.event;

/** The student takes part already. */
public record AlreadyJoined(EventId event) implements EventRefusal {}

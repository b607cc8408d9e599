package com.emlyon.connect.api.event;

/** The student does not take part in the event. */
public record NotJoined(EventId event) implements EventRefusal {}

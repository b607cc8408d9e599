package com.emlyon.connect.api.event;

/** The student does not take part. */
public record NotJoined(EventId event) implements EventRefusal {}

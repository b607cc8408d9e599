package com.emlyon.connect.api.event;

/** Only its creator may change or cancel it. */
public record EventNotYours(EventId event) implements EventRefusal {}

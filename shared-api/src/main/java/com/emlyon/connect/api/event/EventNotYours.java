package com.emlyon.connect.api.event;

/** The event belongs to another student: only its creator may change or cancel it. */
public record EventNotYours(EventId event) implements EventRefusal {}

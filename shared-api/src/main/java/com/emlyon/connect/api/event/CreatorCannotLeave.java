package com.emlyon.connect.api.event;

/** The creator cannot leave, only cancel. */
public record CreatorCannotLeave(EventId event) implements EventRefusal {}

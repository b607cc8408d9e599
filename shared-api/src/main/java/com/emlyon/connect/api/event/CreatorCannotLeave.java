package com.emlyon.connect.api.event;

/** The creator cannot leave the event, only cancel it. */
public record CreatorCannotLeave(EventId event) implements EventRefusal {}

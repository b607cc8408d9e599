package com.emlyon.connect.api.event;

/** The student has created as many events to come as an account may have at a time. */
public record TooManyEventsToCome() implements EventRefusal {}

package com.emlyon.connect.api.event;

/** The student has as many upcoming events as an account may have at a time. */
public record TooManyEventsToCome() implements EventRefusal {}

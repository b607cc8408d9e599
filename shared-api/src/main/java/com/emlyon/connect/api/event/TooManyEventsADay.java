package com.emlyon.connect.api.event;

import java.time.Duration;

/**
 * The student has created as many events within 24 hours as an account may.
 *
 * @param remaining until another one may be created
 */
public record TooManyEventsADay(Duration remaining) implements EventRefusal {}

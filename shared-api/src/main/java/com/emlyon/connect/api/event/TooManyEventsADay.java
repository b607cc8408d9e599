package com.emlyon.connect.api.event;

import java.time.Duration;

/**
 * The student has created as many events within 24 hours as an account may.
 *
 * @param remaining the time until another event may be created
 */
public record TooManyEventsADay(Duration remaining) implements EventRefusal {}

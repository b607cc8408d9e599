package com.emlyon.platform.eventstore.personal;

import com.emlyon.platform.eventstore.refusal.Refusal;

/**
 * Nothing can be stored about a person whose key was destroyed.
 *
 * @param person the id of that person
 */
public record PersonErased(String person) implements Refusal {}

package com.emlyon.platform.eventstore.history;

import java.util.List;

/**
 * A page of history, reduced to the facts that were asked for.
 *
 * @param facts in order
 * @param upTo the position up to which history has no other facts of these types
 */
public record FactPage(List<StoredFact> facts, long upTo) {}

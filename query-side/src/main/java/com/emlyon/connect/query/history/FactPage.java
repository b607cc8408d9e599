package com.emlyon.connect.query.history;

import java.util.List;

/**
 * A page of history, reduced to the facts that were asked for.
 *
 * @param facts in order
 * @param upTo the position up to which there are no others of these kinds
 */
public record FactPage(List<StoredFact> facts, long upTo) {}

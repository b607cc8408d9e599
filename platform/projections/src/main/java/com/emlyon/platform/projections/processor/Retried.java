package com.emlyon.platform.projections.processor;

/**
 * The result of retrying or discarding parked facts.
 *
 * @param digested how many facts are not parked any more
 * @param parked how many facts are still parked
 */
public record Retried(int digested, int parked) {

    static final Retried NOTHING = new Retried(0, 0);

    Retried and(Retried other) {
        return new Retried(digested + other.digested, parked + other.parked);
    }
}

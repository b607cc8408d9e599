package com.emlyon.connect.query.follow;

/**
 * What came of taking up parked facts again.
 *
 * @param digested how many are parked no more
 * @param parked how many still are
 */
public record Retried(int digested, int parked) {

    static final Retried NOTHING = new Retried(0, 0);

    Retried and(Retried other) {
        return new Retried(digested + other.digested, parked + other.parked);
    }
}

package com.emlyon.connect.query.follow;

/**
 * What came of digesting facts.
 *
 * @param rows how many rows have changed
 * @param parked how many of the facts were parked
 */
public record Digested(int rows, int parked) {

    static final Digested NOTHING = new Digested(0, 0);

    Digested and(Digested other) {
        return new Digested(rows + other.rows, parked + other.parked);
    }
}

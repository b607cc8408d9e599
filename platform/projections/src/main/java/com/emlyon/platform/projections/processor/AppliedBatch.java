package com.emlyon.platform.projections.processor;

/**
 * The result of applying facts.
 *
 * @param rows how many rows have changed
 * @param parked how many of the facts were parked
 */
public record AppliedBatch(int rows, int parked) {

    static final AppliedBatch NOTHING = new AppliedBatch(0, 0);

    AppliedBatch and(AppliedBatch other) {
        return new AppliedBatch(rows + other.rows, parked + other.parked);
    }
}

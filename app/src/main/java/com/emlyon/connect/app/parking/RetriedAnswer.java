package com.emlyon.connect.app.parking;

import com.emlyon.platform.projections.processor.Retried;

/**
 * The result of trying again to apply parked facts.
 *
 * @param digested how many are no longer parked
 * @param parked how many of the same streams still are
 */
record RetriedAnswer(int digested, int parked) {

    static RetriedAnswer of(Retried retried) {
        return new RetriedAnswer(retried.digested(), retried.parked());
    }
}

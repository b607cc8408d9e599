package com.emlyon.connect.app.parking;

import com.emlyon.connect.query.follow.Retried;

/**
 * What came of taking up parked facts again.
 *
 * @param digested how many are parked no more
 * @param parked how many of the same streams still are
 */
record RetriedAnswer(int digested, int parked) {

    static RetriedAnswer of(Retried retried) {
        return new RetriedAnswer(retried.digested(), retried.parked());
    }
}

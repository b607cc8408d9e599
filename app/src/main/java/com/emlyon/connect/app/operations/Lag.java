package com.emlyon.connect.app.operations;

/**
 * How far a processor is behind.
 *
 * @param facts from the oldest one that concerns it and that it has not processed, to the head of history
 * @param seconds since that oldest one was recorded
 */
record Lag(double facts, double seconds) {

    /** As long as nobody can tell. */
    static final Lag UNKNOWN = new Lag(Double.NaN, Double.NaN);
}

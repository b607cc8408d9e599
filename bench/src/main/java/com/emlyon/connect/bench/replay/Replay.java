package com.emlyon.connect.bench.replay;

/** A way to make a view from history. */
interface Replay {

    /** Makes it once, from nothing, and tells how fast that was. */
    double factsPerSecond() throws Exception;
}

package com.emlyon.connect.app.throttle;

import io.github.bucket4j.TimeMeter;

/**
 * A time that never goes back, for buckets of this node alone: when the other one is put back, this one goes on from where it was. A
 * bucket would get nothing until the former time had come again.
 */
final class ForwardTime implements TimeMeter {

    private final TimeMeter other;
    private long ahead;
    private long last;

    ForwardTime(TimeMeter other) {
        this.other = other;
        this.last = other.currentTimeNanos();
    }

    @Override
    public synchronized long currentTimeNanos() {
        long now = other.currentTimeNanos();
        ahead = Math.max(ahead, last - now);
        last = now + ahead;
        return last;
    }

    @Override
    public boolean isWallClockBased() {
        return other.isWallClockBased();
    }
}

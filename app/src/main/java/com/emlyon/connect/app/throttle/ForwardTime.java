package com.emlyon.connect.app.throttle;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A time that never goes back, for buckets of this node alone: when the other one is put back, this one goes on from where it was. A
 * bucket would get nothing until the former time had come again.
 */
final class ForwardTime implements TimeMeter {

    /** A shorter one is waited for: several threads read the other time, and not in the order in which they come here. */
    private static final long SHORTEST_JUMP = TimeUnit.SECONDS.toNanos(1);

    private final TimeMeter other;
    private final AtomicLong ahead = new AtomicLong();
    private final AtomicLong last;

    ForwardTime(TimeMeter other) {
        this.other = other;
        this.last = new AtomicLong(other.currentTimeNanos());
    }

    /** Without a lock, behind which a platform thread would wait for virtual ones. */
    @Override
    public long currentTimeNanos() {
        long known = ahead.get();
        long now = other.currentTimeNanos() + known;
        long latest = last.get();
        if (latest - now >= SHORTEST_JUMP) {
            // One of the threads that notice it takes it into account.
            boolean unused = ahead.compareAndSet(known, known + latest - now);
            now = latest;
        }
        return last.accumulateAndGet(now, Math::max);
    }

    @Override
    public boolean isWallClockBased() {
        return other.isWallClockBased();
    }
}

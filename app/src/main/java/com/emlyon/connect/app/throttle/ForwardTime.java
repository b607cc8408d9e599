package com.emlyon.connect.app.throttle;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A time that never goes back, for buckets of this node alone. When the other time is set back, this one continues from
 * its last value; otherwise a bucket would get no tokens until the former time is reached again.
 */
final class ForwardTime implements TimeMeter {

    /**
     * After a shorter jump back, the time stands still until it is caught up: several threads read the other time, and
     * may arrive here in another order.
     */
    private static final long SHORTEST_JUMP = TimeUnit.SECONDS.toNanos(1);

    private final TimeMeter other;
    private final AtomicLong ahead = new AtomicLong();
    private final AtomicLong last;

    ForwardTime(TimeMeter other) {
        this.other = other;
        this.last = new AtomicLong(other.currentTimeNanos());
    }

    /** Lock-free, because with a lock a platform thread would wait for virtual ones. */
    @Override
    public long currentTimeNanos() {
        long known = ahead.get();
        long now = other.currentTimeNanos() + known;
        long latest = last.get();
        if (latest - now >= SHORTEST_JUMP) {
            // Several threads may notice the jump; only one of them adds it.
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

package com.emlyon.connect.app.throttle;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.distributed.serialization.SerializationHandle;
import java.time.Clock;
import java.time.Duration;

/**
 * Lets a bucket expire when it is full again, by the clock that all nodes share. Bucket4j adds the result to the time
 * of the machine, so the difference of the two clocks is added here.
 */
record SharedExpiration(Clock clock, Clock machine) implements ExpirationAfterWriteStrategy {

    private static final ExpirationAfterWriteStrategy WHEN_FULL =
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1));

    @Override
    public long calculateTimeToLiveMillis(RemoteBucketState state, long currentTimeNanos) {
        return WHEN_FULL.calculateTimeToLiveMillis(state, currentTimeNanos) + clock.millis() - machine.millis();
    }

    /** Not used: the strategy is never sent anywhere, because the node itself works with the bucket. */
    @Override
    public SerializationHandle<ExpirationAfterWriteStrategy> getSerializationHandle() {
        return WHEN_FULL.getSerializationHandle();
    }
}

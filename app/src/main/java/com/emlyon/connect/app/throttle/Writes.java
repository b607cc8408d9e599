package com.emlyon.connect.app.throttle;

import com.emlyon.connect.api.account.AccountId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Bounds how often an account may write, and ask for tickets, on this node. The buckets are in memory, those of the accounts that
 * were last at it: one that is not touched for its period is full, and as good as none.
 */
@Component
class Writes {

    /** More than a campus has at a time; of 435 bytes each. */
    static final int MOST_BUCKETS = 20_000;

    private final Map<RateLimitCategory, Limit> limits;
    private final TimeMeter time;
    private final Cache<Holder, Bucket> buckets;

    Writes(ThrottleSettings settings, Clock clock) {
        this.limits = Map.of(
                RateLimitCategory.WRITE, settings.writes(),
                RateLimitCategory.TICKET, settings.tickets(),
                RateLimitCategory.EXPORT, settings.exports());
        this.time = new ForwardTime(new ClockTime(clock));
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(limits.values().stream()
                        .map(Limit::per)
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                .ticker(time::currentTimeNanos)
                .build();
    }

    /**
     * Counts one.
     *
     * @throws Throttled when there were too many
     */
    void count(AccountId account, RateLimitCategory as) {
        Limit limit = limits.get(as);
        if (limit == null) {
            return;
        }
        ConsumptionProbe probe =
                buckets.get(new Holder(account, as), holder -> full(limit)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new Throttled(Duration.ofNanos(probe.getNanosToWaitForRefill()), "throttled.writes");
        }
    }

    private Bucket full(Limit limit) {
        return Bucket.builder()
                .addLimit(limit.bandwidth())
                .withCustomTimePrecision(time)
                .build();
    }

    /** How many buckets there are. */
    long kept() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private record Holder(AccountId account, RateLimitCategory as) {}
}

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
 * Limits how often an account may write, and request tickets, on this node. The buckets of the most recently active
 * accounts are in memory: a bucket that was not used for its period is full, and can be dropped.
 */
@Component
class Writes {

    /** More than the active accounts of a campus at one time; each bucket has 435 bytes. */
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
     * Counts one request.
     *
     * @throws Throttled when the account has exceeded its limit
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

    /** The number of buckets in memory. */
    long kept() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private record Holder(AccountId account, RateLimitCategory as) {}
}

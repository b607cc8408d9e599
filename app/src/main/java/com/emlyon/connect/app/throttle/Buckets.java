package com.emlyon.connect.app.throttle;

import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Token buckets in the database, which all nodes share; full buckets are deleted. */
@Component
public class Buckets {

    private static final Logger log = LoggerFactory.getLogger(Buckets.class);

    /** The longest time in which a bucket is full again. */
    private static final Duration LONGEST_REFILL = Duration.ofHours(25);

    private final JdbcClient tables;
    private final DatabaseAvailability availability;
    private final Clock clock;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> shared;

    Buckets(
            DataSource database,
            JdbcClient tables,
            DatabaseAvailability availability,
            Clock clock,
            @Qualifier("machineClock") Clock machine) {
        this.tables = tables;
        this.availability = availability;
        this.clock = clock;
        this.shared = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("store.bucket")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(new SharedExpiration(clock, machine))
                .clientClock(new ClockTime(clock))
                .build();
    }

    /**
     * Takes one token from each bucket.
     *
     * @throws Throttled when one of them is empty; no tokens are taken then
     */
    void take(List<Allowance> allowances) {
        Deque<Allowance> taken = new ArrayDeque<>();
        for (Allowance allowance : allowances) {
            ConsumptionProbe probe = bucket(allowance).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                giveBack(taken);
                log.info("Refused an attempt: there were too many");
                throw new Throttled(Duration.ofNanos(probe.getNanosToWaitForRefill()), "throttled");
            }
            taken.push(allowance);
        }
    }

    /** Returns a token to each bucket; a token that cannot be returned is refilled with time. */
    void giveBack(Iterable<Allowance> allowances) {
        try {
            allowances.forEach(allowance -> bucket(allowance).addTokens(1));
        } catch (BucketExceptions.BucketExecutionException unanswered) {
            if (!availability.report(unanswered)) {
                log.warn("A try could not be given back; it will come back with time", unanswered);
            }
        }
    }

    /**
     * The limit is part of the key: a bucket keeps the limit with which it was made, so a changed limit starts new
     * buckets.
     */
    private Bucket bucket(Allowance allowance) {
        Limit limit = allowance.limit();
        return shared.builder()
                .build(
                        "%s %d/%s".formatted(allowance.key(), limit.most(), limit.per()),
                        () -> BucketConfiguration.builder()
                                .addLimit(limit.bandwidth())
                                .build());
    }

    /**
     * Deletes full buckets, every ten minutes, on every node. Also deletes buckets with a time in the future, from when
     * the clock was ahead, because they would not be refilled before that time.
     */
    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    public void sweep() {
        try {
            long now = clock.millis();
            tables.sql("DELETE FROM store.bucket WHERE expires_at < ? OR expires_at > ?")
                    .params(now, now + LONGEST_REFILL.toMillis())
                    .update();
        } catch (DataAccessException unanswered) {
            if (!availability.report(unanswered)) {
                log.warn("Buckets that are full again could not be forgotten; they will be the next time", unanswered);
            }
        }
    }

    /**
     * A bucket and its limit.
     *
     * @param key names the operation and the client or account
     */
    record Allowance(String key, Limit limit) {}
}

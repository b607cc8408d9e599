package com.emlyon.connect.app.throttle;

import com.emlyon.connect.app.availability.DatabaseAvailability;
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

/** Token buckets in the database, which all nodes share; those that are full again are forgotten. */
@Component
public class Buckets {

    private static final Logger log = LoggerFactory.getLogger(Buckets.class);

    /** No bucket takes longer to be full again. */
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
     * Takes one try from each bucket.
     *
     * @throws Throttled when one of them is empty; nothing is taken then
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

    /** Gives a try back to each bucket; one that cannot be given back comes back with time. */
    void giveBack(Iterable<Allowance> allowances) {
        try {
            allowances.forEach(allowance -> bucket(allowance).addTokens(1));
        } catch (BucketExceptions.BucketExecutionException unanswered) {
            if (!availability.report(unanswered)) {
                log.warn("A try could not be given back; it will come back with time", unanswered);
            }
        }
    }

    /** The limit is part of the name: a bucket keeps the one with which it was made, so others begin when it is changed. */
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
     * Forgets buckets that are full again, every ten minutes, on every node; and those from a time to come, from when the clock was
     * ahead, as they would not be filled again before that time.
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
     * What somebody may try.
     *
     * @param key what, and who
     */
    record Allowance(String key, Limit limit) {}
}

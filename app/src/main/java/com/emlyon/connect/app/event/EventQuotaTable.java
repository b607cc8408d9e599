package com.emlyon.connect.app.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventRefusal;
import com.emlyon.connect.api.event.TooManyEventsADay;
import com.emlyon.connect.api.event.TooManyEventsToCome;
import com.emlyon.connect.command.event.EventQuota;
import com.emlyon.platform.eventstore.axon.TransactionalWrites;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.refusal.Refused;
import com.emlyon.platform.eventstore.sql.SqlFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts the events of accounts in a table beside the event store. It is written, and the limits are checked, after the
 * facts of a command were inserted: from then to the commit the transaction holds the lock that orders all facts, on
 * all nodes. So no two transactions count at the same time.
 */
@Component
@EnableConfigurationProperties(EventLimits.class)
public class EventQuotaTable implements EventQuota {

    private static final Logger log = LoggerFactory.getLogger(EventQuotaTable.class);

    private static final SqlFile USED = SqlFile.beside(EventQuotaTable.class, "used-event-quota.sql");
    private static final SqlFile COUNT = SqlFile.beside(EventQuotaTable.class, "count-event.sql");
    private static final SqlFile MOVE = SqlFile.beside(EventQuotaTable.class, "move-counted-event.sql");

    private final JdbcClient database;
    private final EventLimits limits;
    private final DatabaseAvailability availability;

    EventQuotaTable(JdbcClient database, EventLimits limits, DatabaseAvailability availability) {
        this.database = database;
        this.limits = limits;
        this.availability = availability;
    }

    /**
     * Checks the limits also before the facts are appended, so that commands of accounts at a limit cost the writer
     * nothing.
     */
    @Override
    public void create(EventId event, AccountId creator, Instant date) {
        database.sql(USED.statement())
                .params(limits.mostADay() - 1, creator.value())
                .query((row, number) -> used(row))
                .single()
                .refusal(limits, false)
                .ifPresent(refusal -> {
                    throw new Refused(refusal);
                });
        TransactionalWrites.add(CurrentUnitOfWork.get(), transaction -> {
            refuseWhenUsedUp(transaction, creator, false);
            execute(transaction, COUNT.statement(), event.value(), creator.value(), date.atOffset(ZoneOffset.UTC));
        });
    }

    @Override
    public void move(EventId event, AccountId creator, Instant date) {
        TransactionalWrites.add(CurrentUnitOfWork.get(), transaction -> {
            if (!isToCome(transaction, event)) {
                refuseWhenUsedUp(transaction, creator, true);
            }
            execute(transaction, MOVE.statement(), event.value(), creator.value(), date.atOffset(ZoneOffset.UTC));
        });
    }

    @Override
    public void cancel(EventId event) {
        TransactionalWrites.add(
                "UPDATE store.counted_event SET counts_until = '-infinity' WHERE event = ?", event.value());
    }

    private void refuseWhenUsedUp(Connection transaction, AccountId creator, boolean moved) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(USED.statement())) {
            statement.setInt(1, limits.mostADay() - 1);
            statement.setString(2, creator.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Optional<EventRefusal> refusal = used(row).refusal(limits, moved);
                if (refusal.isPresent()) {
                    // On an SQLException the writer rolls back this command alone; the store finds its cause.
                    throw new SQLException("The quota of events is used up", new Refused(refusal.get()));
                }
            }
        }
    }

    private static boolean isToCome(Connection transaction, EventId event) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(
                "SELECT 1 FROM store.counted_event WHERE event = ? AND counts_until > now()")) {
            statement.setString(1, event.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void execute(Connection transaction, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Deletes events that do not count any more, every hour, on every node. */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    public void sweep() {
        try {
            database.sql("""
                            DELETE FROM store.counted_event
                            WHERE counts_until < now() AND created_at < now() - interval '1 day'
                            """).update();
        } catch (DataAccessException unanswered) {
            if (!availability.report(unanswered)) {
                log.warn(
                        "Events that count for nothing any more could not be forgotten; they will be the next time",
                        unanswered);
            }
        }
    }

    private static Used used(ResultSet row) throws SQLException {
        return new Used(row.getInt("to_come"), Duration.ofMillis(row.getLong("millis_to_wait")));
    }

    /**
     * The used part of an account's quota: the number of its events to come, and how long it has to wait because of the
     * daily limit.
     */
    private record Used(int toCome, Duration remaining) {

        Optional<EventRefusal> refusal(EventLimits limits, boolean moved) {
            if (!moved && remaining.isPositive()) {
                return Optional.of(new TooManyEventsADay(remaining));
            }
            return toCome >= limits.mostToCome() ? Optional.of(new TooManyEventsToCome()) : Optional.empty();
        }
    }
}

package com.emlyon.connect.query.event;

import com.emlyon.connect.api.account.AccountDeleted;
import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventCancelled;
import com.emlyon.connect.api.event.EventCreated;
import com.emlyon.connect.api.event.EventFact;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.EventJoined;
import com.emlyon.connect.api.event.EventLeft;
import com.emlyon.connect.api.event.EventUpdated;
import com.emlyon.connect.query.Projections;
import com.emlyon.connect.query.change.ViewChanges;
import com.emlyon.connect.query.sql.SqlFile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code view.event} and {@code view.attendance}: the campus events that are on, and who takes part. */
@Component
@ProcessingGroup(Projections.EVENTS)
class EventProjection {

    private static final SqlFile UPSERT = SqlFile.beside(EventProjection.class, "upsert-event.sql");
    private static final SqlFile ATTEND = SqlFile.beside(EventProjection.class, "insert-attendance.sql");

    private final JdbcClient database;
    private final ViewChanges changes;

    EventProjection(JdbcClient database, ViewChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    @EventHandler
    void on(EventFact fact, TrackingToken token) {
        int changed = switch (fact) {
            case EventCreated created -> create(created, token);
            case EventUpdated updated -> update(updated);
            case EventCancelled cancelled ->
                database.sql("DELETE FROM view.event WHERE id = ?")
                        .param(cancelled.event().value())
                        .update();
            case EventJoined joined -> attend(joined.event(), joined.account(), token);
            case EventLeft left ->
                database.sql("DELETE FROM view.attendance WHERE event = ? AND account = ?")
                        .params(left.event().value(), left.account().value())
                        .update();
        };
        changes.announce(Projections.EVENTS, changed);
    }

    /** The events of a deleted account vanish with it; the facts that cancel them follow. */
    @EventHandler
    void on(AccountDeleted fact) {
        String account = fact.account().value();
        int changed = database.sql("DELETE FROM view.event WHERE creator = ?")
                        .param(account)
                        .update()
                + database.sql("DELETE FROM view.attendance WHERE account = ?")
                        .param(account)
                        .update();
        changes.announce(Projections.EVENTS, changed);
    }

    private int create(EventCreated fact, TrackingToken token) {
        int created = database.sql(UPSERT.statement())
                .params(
                        fact.event().value(),
                        fact.creator().value(),
                        fact.title(),
                        fact.description(),
                        utc(fact.date()))
                .update();
        return created + attend(fact.event(), fact.creator(), token);
    }

    private int update(EventUpdated fact) {
        return database.sql("UPDATE view.event SET title = ?, description = ?, date = ? WHERE id = ?")
                .params(
                        fact.title(),
                        fact.description(),
                        utc(fact.date()),
                        fact.event().value())
                .update();
    }

    private int attend(EventId event, AccountId account, TrackingToken token) {
        return database.sql(ATTEND.statement())
                .params(account.value(), token.position().orElseThrow(), event.value())
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}

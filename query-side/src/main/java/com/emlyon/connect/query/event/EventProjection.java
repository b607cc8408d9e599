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
import com.emlyon.platform.eventstore.fact.Fact;
import com.emlyon.platform.eventstore.sql.SqlFile;
import com.emlyon.platform.projections.projection.Projection;
import com.emlyon.platform.projections.table.Column;
import com.emlyon.platform.projections.table.Rows;
import com.emlyon.platform.projections.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Writes {@code event} and {@code attendance}: the campus events that are not cancelled, and their attendees. Titles
 * and descriptions stay encrypted.
 */
@Component
class EventProjection implements Projection {

    static final Column ID = Column.text("id");
    static final Column CREATOR = Column.text("creator");
    static final Column TITLE = Column.text("title");
    static final Column DESCRIPTION = Column.text("description");
    static final Column DATE = Column.moment("date");
    static final Table EVENT = new Table("event", List.of(ID), List.of(CREATOR), List.of(TITLE, DESCRIPTION, DATE));

    static final Column ATTENDED = Column.text("event");
    static final Column ACCOUNT = Column.text("account");
    static final Column JOINED = Column.number("joined");
    static final Table ATTENDANCE = new Table("attendance", List.of(ATTENDED, ACCOUNT), List.of(), List.of(JOINED));

    @Override
    public String name() {
        return Projections.EVENTS;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table> tables() {
        return List.of(EVENT, ATTENDANCE);
    }

    @Override
    public SqlFile tableDefinitions() {
        return SqlFile.beside(EventProjection.class, "event-tables.sql");
    }

    @Override
    public Optional<SqlFile> indexDefinitions() {
        return Optional.of(SqlFile.beside(EventProjection.class, "event-indexes.sql"));
    }

    @Override
    public Set<Class<? extends Fact>> facts() {
        return Set.of(EventFact.class, AccountDeleted.class);
    }

    @Override
    public void apply(Fact fact, long position, Rows rows) {
        if (fact instanceof AccountDeleted deleted) {
            vanish(deleted.account(), rows);
            return;
        }
        switch ((EventFact) fact) {
            case EventCreated created -> {
                rows.put(
                        EVENT,
                        ID.of(created.event().value()),
                        CREATOR.of(created.creator().value()),
                        TITLE.of(created.title().asEncrypted()),
                        DESCRIPTION.of(created.description().asEncrypted()),
                        DATE.of(created.date()));
                attend(created.event(), created.creator(), position, rows);
            }
            case EventUpdated updated ->
                rows.change(
                        EVENT,
                        ID.of(updated.event().value()),
                        TITLE.of(updated.title().asEncrypted()),
                        DESCRIPTION.of(updated.description().asEncrypted()),
                        DATE.of(updated.date()));
            case EventCancelled cancelled -> {
                rows.remove(EVENT, ID.of(cancelled.event().value()));
                rows.removeAll(ATTENDANCE, ATTENDED.of(cancelled.event().value()));
            }
            case EventJoined joined -> attend(joined.event(), joined.account(), position, rows);
            case EventLeft left ->
                rows.remove(
                        ATTENDANCE,
                        ATTENDED.of(left.event().value()),
                        ACCOUNT.of(left.account().value()));
        }
    }

    private static void attend(EventId event, AccountId account, long position, Rows rows) {
        rows.put(ATTENDANCE, ATTENDED.of(event.value()), ACCOUNT.of(account.value()), JOINED.of(position));
    }

    /**
     * Removes the events and attendances of a deleted account at once; the facts that cancel those events and end those
     * attendances follow later.
     */
    private static void vanish(AccountId account, Rows rows) {
        rows.removeAll(EVENT, CREATOR.of(account.value()));
        rows.removeAll(ATTENDANCE, ACCOUNT.of(account.value()));
    }
}

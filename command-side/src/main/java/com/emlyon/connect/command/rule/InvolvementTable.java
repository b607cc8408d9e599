package com.emlyon.connect.command.rule;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.platform.projections.generation.ViewDatabase;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The state of the rules in tables of the store, written in the transaction that also moves their position in history.
 */
@Component
class InvolvementTable implements Involvements {

    private final JdbcClient database;

    InvolvementTable(ViewDatabase database) {
        this.database = database.client();
    }

    @Override
    public void add(Involvement involvement) {
        database.sql("INSERT INTO store.involvement (account, event, creator) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(involvement.account().value(), involvement.event().value(), involvement.creator())
                .update();
    }

    @Override
    public void remove(AccountId account, EventId event) {
        database.sql("DELETE FROM store.involvement WHERE account = ? AND event = ?")
                .params(account.value(), event.value())
                .update();
    }

    @Override
    public void remove(EventId event) {
        database.sql("DELETE FROM store.involvement WHERE event = ?")
                .params(event.value())
                .update();
    }

    @Override
    public List<Involvement> of(AccountId account) {
        return database.sql("SELECT event, creator FROM store.involvement WHERE account = ? ORDER BY event")
                .params(account.value())
                .query((row, number) ->
                        new Involvement(account, new EventId(row.getString("event")), row.getBoolean("creator")))
                .list();
    }

    @Override
    public void markDeleted(AccountId account) {
        database.sql("INSERT INTO store.deleted_account (account) VALUES (?) ON CONFLICT DO NOTHING")
                .params(account.value())
                .update();
    }

    @Override
    public boolean isDeleted(AccountId account) {
        return database.sql("SELECT EXISTS (SELECT FROM store.deleted_account WHERE account = ?)")
                .params(account.value())
                .query(Boolean.class)
                .single();
    }
}

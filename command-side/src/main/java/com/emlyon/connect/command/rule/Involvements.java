package com.emlyon.connect.command.rule;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the rules remember: who has to do with which campus event, and who has left. Kept in the same transaction as the
 * rules' position in history.
 */
@Component
class Involvements {

    private final JdbcClient database;

    Involvements(JdbcClient database) {
        this.database = database;
    }

    void add(Involvement involvement) {
        database.sql("INSERT INTO store.involvement (account, event, creator) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        involvement.account().value(),
                        involvement.event().value(),
                        involvement.creator())
                .update();
    }

    void remove(AccountId account, EventId event) {
        database.sql("DELETE FROM store.involvement WHERE account = ? AND event = ?")
                .params(account.value(), event.value())
                .update();
    }

    void remove(EventId event) {
        database.sql("DELETE FROM store.involvement WHERE event = ?")
                .params(event.value())
                .update();
    }

    List<Involvement> of(AccountId account) {
        return database.sql("SELECT event, creator FROM store.involvement WHERE account = ? ORDER BY event")
                .params(account.value())
                .query((row, number) ->
                        new Involvement(account, new EventId(row.getString("event")), row.getBoolean("creator")))
                .list();
    }

    void markDeleted(AccountId account) {
        database.sql("INSERT INTO store.deleted_account (account) VALUES (?) ON CONFLICT DO NOTHING")
                .params(account.value())
                .update();
    }

    boolean isDeleted(AccountId account) {
        return database.sql("SELECT EXISTS (SELECT FROM store.deleted_account WHERE account = ?)")
                .params(account.value())
                .query(Boolean.class)
                .single();
    }

    /** That an account created or joined a campus event. */
    record Involvement(AccountId account, EventId event, boolean creator) {}
}

package com.emlyon.connect.audit;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.ChainCheck;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail of a node, read in the database, and the ways to tamper with it. */
record Trail(TestNode node) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Waits until all that this node has noted so far is entered; asks again where there was no room to ask. */
    void awaitEntered() {
        String mark = UUID.randomUUID().toString();
        AtomicInteger tries = new AtomicInteger();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            note(Note.of(Kind.TRAIL_READ).about(mark + tries.getAndIncrement()));
            return !rows("WHERE subject LIKE '%s%%'".formatted(mark)).isEmpty();
        });
    }

    void note(Note note) {
        node.bean(AuditTrail.class).note(note);
    }

    /** The rows as text, in order. */
    List<String> rows(String condition) {
        return database()
                .sql("SELECT audit::text FROM store.audit %s ORDER BY number".formatted(condition))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** What is told in one column of the entries of a kind, in order. */
    List<String> told(Kind kind, String column) {
        return database()
                .sql("SELECT coalesce((%s)::text, '') FROM store.audit WHERE kind = ? ORDER BY number"
                        .formatted(column))
                .param(kind.name())
                .query((row, number) -> row.getString(1))
                .list();
    }

    long count(Kind kind) {
        return told(kind, "number").size();
    }

    /** Changes it as somebody does who may change everything: the triggers are off meanwhile. */
    void tamper(String... statements) {
        change("ALTER TABLE store.audit DISABLE TRIGGER ALL");
        change("ALTER TABLE store.audit_end DISABLE TRIGGER ALL");
        for (String statement : statements) {
            change(statement);
        }
        change("ALTER TABLE store.audit ENABLE TRIGGER ALL");
        change("ALTER TABLE store.audit_end ENABLE TRIGGER ALL");
    }

    void change(String statement) {
        int unused = database().sql(statement).update();
    }

    ChainCheck chain() {
        return node.bean(ChainCheck.class);
    }

    private JdbcClient database() {
        return node.bean(JdbcClient.class);
    }
}

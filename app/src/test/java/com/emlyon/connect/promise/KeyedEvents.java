package com.emlyon.connect.promise;

import com.emlyon.connect.contract.Call;
import com.emlyon.connect.contract.Member;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that a student creates with keys, and what the database says of both. */
record KeyedEvents(TwoNodes nodes, Member creator) {

    /** What creates an event of that title. */
    static final String EVENT = "{\"title\":\"%s\",\"description\":\"Un verre\",\"date\":\"2099-03-01\"}";

    /** The request that creates an event, to be sent to a node with a key. */
    Call create(int node, String title, String key) {
        return nodes.client(node)
                .post("/api/events")
                .as(creator)
                .header("Idempotency-Key", key)
                .json(EVENT.formatted(title));
    }

    /** How many events a student has created. */
    long eventsCreatedBy(Member student) {
        return database()
                .sql("SELECT count(*) FROM store.fact WHERE type = 'EventCreated' AND payload ->> 'creator' = ?")
                .param(student.id())
                .query(Long.class)
                .single();
    }

    /** How many keys of the creator are kept. */
    long claims() {
        return database()
                .sql("SELECT count(*) FROM store.idempotency_key WHERE account = ?")
                .param(creator.id())
                .query(Long.class)
                .single();
    }

    private JdbcClient database() {
        return nodes.node(0).bean(JdbcClient.class);
    }
}

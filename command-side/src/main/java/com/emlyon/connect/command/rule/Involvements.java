package com.emlyon.connect.command.rule;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventId;
import java.util.List;

/** What the rules remember: who has to do with which campus event, and who has left. Every change may be repeated. */
interface Involvements {

    void add(Involvement involvement);

    void remove(AccountId account, EventId event);

    void remove(EventId event);

    List<Involvement> of(AccountId account);

    void markDeleted(AccountId account);

    boolean isDeleted(AccountId account);

    /** That an account created or joined a campus event. */
    record Involvement(AccountId account, EventId event, boolean creator) {}
}

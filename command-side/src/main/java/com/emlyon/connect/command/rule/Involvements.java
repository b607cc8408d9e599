package com.emlyon.connect.command.rule;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventId;
import java.util.List;

/**
 * The state of the rules: which accounts created or joined which campus events, and which accounts are deleted. Every
 * change is idempotent.
 */
interface Involvements {

    void add(Involvement involvement);

    void remove(AccountId account, EventId event);

    void remove(EventId event);

    List<Involvement> of(AccountId account);

    void markDeleted(AccountId account);

    boolean isDeleted(AccountId account);

    /** Records that an account created or joined a campus event. */
    record Involvement(AccountId account, EventId event, boolean creator) {}
}

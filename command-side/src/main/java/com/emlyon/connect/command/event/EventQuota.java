package com.emlyon.connect.command.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.TooManyEventsADay;
import com.emlyon.connect.api.event.TooManyEventsToCome;
import com.emlyon.connect.api.refusal.Refused;
import java.time.Instant;

/**
 * How many events an account may have, which no single event knows. What is counted is counted in the very transaction that appends the facts
 * of the command being handled, or not at all; so the limits hold exactly, whatever is decided at the same time on whichever node.
 */
public interface EventQuota {

    /**
     * Counts an event that is being created.
     *
     * @throws Refused as {@link TooManyEventsToCome} or {@link TooManyEventsADay}; where others are faster, when the facts are appended
     */
    void create(EventId event, AccountId creator, Instant date);

    /**
     * Counts an event that is being moved to another date.
     *
     * @throws Refused as {@link TooManyEventsToCome} when it was over and would be to come again; when the facts are appended
     */
    void move(EventId event, AccountId creator, Instant date);

    /** Counts an event that is being cancelled as none to come. */
    void cancel(EventId event);
}

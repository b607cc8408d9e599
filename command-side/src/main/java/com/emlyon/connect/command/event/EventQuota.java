package com.emlyon.connect.command.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.TooManyEventsADay;
import com.emlyon.connect.api.event.TooManyEventsToCome;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.time.Instant;

/**
 * Limits the number of events of an account, which no single event knows. The counts change in the same transaction
 * that appends the facts of the command being handled, or not at all. So the limits hold exactly, whatever other nodes
 * decide at the same time.
 */
public interface EventQuota {

    /**
     * Counts an event that is being created.
     *
     * @throws Refused as {@link TooManyEventsToCome} or {@link TooManyEventsADay}; when other commands use up the quota
     *     first, only when the facts are appended
     */
    void create(EventId event, AccountId creator, Instant date);

    /**
     * Counts an event that is being moved to another date.
     *
     * @throws Refused as {@link TooManyEventsToCome} when the quota is used up and the event did not count any more;
     *     only when the facts are appended
     */
    void move(EventId event, AccountId creator, Instant date);

    /** Takes an event that is being cancelled out of the count of events to come. */
    void cancel(EventId event);
}

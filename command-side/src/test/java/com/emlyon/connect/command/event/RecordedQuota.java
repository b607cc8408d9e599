package com.emlyon.connect.command.event;

import com.emlyon.connect.api.account.AccountId;
import com.emlyon.connect.api.event.EventId;
import com.emlyon.connect.api.event.TooManyEventsToCome;
import com.emlyon.platform.eventstore.refusal.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says what a test's subject has counted, and can be used up. */
final class RecordedQuota implements EventQuota {

    final List<String> counted = new ArrayList<>();
    boolean usedUp;

    @Override
    public void create(EventId event, AccountId creator, Instant date) {
        count("create %s of %s on %s".formatted(event, creator, date));
    }

    @Override
    public void move(EventId event, AccountId creator, Instant date) {
        count("move %s of %s to %s".formatted(event, creator, date));
    }

    @Override
    public void cancel(EventId event) {
        counted.add("cancel " + event);
    }

    private void count(String what) {
        if (usedUp) {
            throw new Refused(new TooManyEventsToCome());
        }
        counted.add(what);
    }
}

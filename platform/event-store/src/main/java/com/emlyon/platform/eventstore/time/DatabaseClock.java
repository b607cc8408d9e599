package com.emlyon.platform.eventstore.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The time of the database in whole milliseconds, as clients and history store it; the time of the machine until the
 * database has answered for the first time.
 */
final class DatabaseClock extends Clock {

    private final DatabaseTime time;
    private final Clock machine;

    DatabaseClock(DatabaseTime time, Clock machine) {
        this.time = time;
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return time.now().orElseGet(machine::instant).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DatabaseClock(time, machine.withZone(zone));
    }
}

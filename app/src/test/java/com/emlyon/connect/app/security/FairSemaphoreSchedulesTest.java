package com.emlyon.connect.app.security;

import com.emlyon.platform.schedules.Schedules;
import com.emlyon.platform.schedules.Schedules.Scene;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A permit is neither lost nor given twice, in whatever order requests come, give up and end. */
@Tag("schedules")
class FairSemaphoreSchedulesTest {

    @Test
    void everyoneWhoWaitsGetsTheOnlyPermitInTurn() {
        Schedules.explore(200, () -> {
            OnePermit permit = new OnePermit(Duration.ofDays(1));

            Schedules.together(permit.request("a", true), permit.request("b", true), permit.request("c", true));

            permit.isFree();
        });
    }

    @Test
    void whoeverGivesUpLosesNoPermit() {
        Schedules.explore(300, () -> {
            OnePermit permit = new OnePermit(Duration.ZERO);

            Schedules.together(permit.request("a", false), permit.request("b", false));

            permit.isFree();
        });
    }

    private static final class OnePermit {

        private final FairSemaphore semaphore;
        private final AtomicInteger working = new AtomicInteger();

        private OnePermit(Duration longestWait) {
            semaphore = new FairSemaphore(1, 10, longestWait);
        }

        private Scene request(String party, boolean mustBeServed) {
            return () -> {
                if (semaphore.await(List.of(party), () -> false)) {
                    if (working.incrementAndGet() != 1) {
                        throw new AssertionError("two work with one permit");
                    }
                    working.decrementAndGet();
                    semaphore.end();
                } else if (mustBeServed) {
                    throw new AssertionError(party + " gave up before the limit");
                }
            };
        }

        private void isFree() {
            if (semaphore.waiting() > 0 || !semaphore.await(List.of("later"), () -> false)) {
                throw new AssertionError("the permit is lost");
            }
        }
    }
}

package com.emlyon.connect.bench.feed;

import com.emlyon.connect.bench.service.Students;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The check-ins of which a crowd is told: so many a second, or the next one when all have been told. */
final class MarkedCheckIns {

    /** The numbers go on for as long as this process lives: lists still show the check-ins of an earlier crowd. */
    private static final AtomicInteger LATEST = new AtomicInteger();

    private final Plan plan;
    private final Students students;
    private final Crowd crowd;

    MarkedCheckIns(Plan plan, Students students, Crowd crowd) {
        this.plan = plan;
        this.students = students;
        this.crowd = crowd;
    }

    /** The number of the last one that was made for any crowd. */
    static int latest() {
        return LATEST.get();
    }

    /** Makes so many, and waits until all have been told the last one. */
    void make(int count) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int number = latest();
        for (int i = 0; i < count; i++) {
            if (plan.perSecond() > 0) {
                LockSupport.parkNanos(start + (long) (i * 1e9 / plan.perSecond()) - System.nanoTime());
            }
            number = LATEST.incrementAndGet();
            students.checkIn(number % plan.students(), crowd.begin(number));
            if (plan.perSecond() == 0) {
                crowd.awaitTold(number);
            }
        }
        crowd.awaitTold(number);
    }
}

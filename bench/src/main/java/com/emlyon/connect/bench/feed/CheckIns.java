package com.emlyon.connect.bench.feed;

import com.emlyon.connect.bench.service.Students;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** The check-ins of which a crowd is told: so many a second, or the next one when all have been told. */
final class CheckIns {

    private final Plan plan;
    private final Students students;
    private final Crowd crowd;
    private int number;

    CheckIns(Plan plan, Students students, Crowd crowd) {
        this.plan = plan;
        this.students = students;
        this.crowd = crowd;
    }

    /** Makes so many, and waits until all have been told the last one. */
    void make(int count) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (plan.perSecond() > 0) {
                LockSupport.parkNanos(start + (long) (i * 1e9 / plan.perSecond()) - System.nanoTime());
            }
            number++;
            students.checkIn(number % plan.students(), crowd.begin(number));
            if (plan.perSecond() == 0) {
                crowd.awaitTold(number);
            }
        }
        crowd.awaitTold(number);
    }
}

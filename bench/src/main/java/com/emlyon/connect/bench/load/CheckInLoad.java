package com.emlyon.connect.bench.load;

import com.emlyon.connect.bench.load.ClosedLoop.Load;
import com.emlyon.connect.bench.service.Students;
import java.net.URI;

/**
 * Lets students check in as fast as the service answers, and prints the rate and how long an answer took. How long the
 * answers waited for the view, the service itself tells at {@code /actuator/prometheus} as
 * {@code connect_read_your_writes_seconds}. Arguments: base URL, students (16), seconds (20).
 */
public final class CheckInLoad {

    private CheckInLoad() {}

    /** Runs and prints. */
    @SuppressWarnings("SystemOut") // the figures are what a benchmark is run for
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
        double seconds = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 20;
        Students students = Students.register(URI.create(arguments[0]), count);
        ClosedLoop.run(count, seconds / 4, student -> students.checkIn(student, "Le Sucre"));
        Load load = ClosedLoop.run(count, seconds, student -> students.checkIn(student, "Le Sucre"));
        System.out.printf(
                "%d students: %.0f check-ins/s, answer p50 %.1f ms, p99 %.1f ms%n",
                count, load.perSecond(), load.p50Millis(), load.p99Millis());
    }
}

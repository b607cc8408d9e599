package com.emlyon.connect.bench.load;

import com.emlyon.connect.bench.load.ClosedLoop.Load;
import com.emlyon.connect.bench.part.ServicePart;
import com.emlyon.connect.bench.service.Contender;
import com.emlyon.connect.bench.service.Students;
import java.util.List;
import java.util.Map;

/** Students who write as fast as they are answered; each answer waits for the views. Lateness is that of all writes of a call. */
public final class WritePart implements ServicePart {

    private static final int CALLERS = 32;

    private final String name;
    private final double seconds;
    private final double writesPerCall;
    private final Write write;

    private WritePart(String name, double seconds, double writesPerCall, Write write) {
        this.name = name;
        this.seconds = seconds;
        this.writesPerCall = writesPerCall;
        this.write = write;
    }

    /** Each student checks in again and again. */
    public static ServicePart checkIns(double seconds) {
        return new WritePart(
                "POST /api/checkins", seconds, 1, (students, events, caller) -> students.checkIn(caller, "Le Sucre"));
    }

    /** Each student joins and leaves an event in which they do not take part, again and again. */
    public static ServicePart joining(double seconds) {
        return new WritePart("join, then leave", seconds, 2, (students, events, caller) -> {
            // Those of an event are the ones who follow its creator.
            String event = events.get((caller + events.size() - 1) % events.size());
            int student = students.count() - 1 - caller % (students.count() / 2);
            students.join(student, event);
            students.leave(student, event);
        });
    }

    @Override
    public Map<String, Double> measure(Contender contender) throws Exception {
        Load load = ClosedLoop.run(
                Math.min(CALLERS, contender.students().count() / 2),
                seconds,
                caller -> write.run(contender.students(), contender.events(), caller));
        return Map.of(name + ", writes/s", load.perSecond() * writesPerCall, name + ", p99 ms", load.p99Millis());
    }

    /** What a caller does. */
    @FunctionalInterface
    private interface Write {

        void run(Students students, List<String> events, int caller) throws Exception;
    }
}

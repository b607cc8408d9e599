package com.emlyon.connect.bench.feed;

import com.emlyon.connect.bench.Median;
import com.emlyon.connect.bench.service.ServerProcess;
import com.emlyon.connect.bench.service.Students;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Connects clients to a running service, lets students check in, and prints how long each client waited for each check-in, from
 * the beginning of the request to the last byte of the frame, and what that cost. Arguments as {@code --name value}: base, pid,
 * tokens, students, clients, mode (lists, changes, both), changes, per-second, warm-up, never-reading (percent), compressed.
 */
public final class FeedLoad {

    private static final double KIB = 1024;

    private final Plan plan;
    private final ServerProcess server;
    private final Students students;

    private FeedLoad(Plan plan, Students students) {
        this.plan = plan;
        this.server = new ServerProcess(plan.pid());
        this.students = students;
    }

    /** Runs and prints. */
    public static void main(String[] arguments) throws Exception {
        Plan plan = Plan.of(arguments);
        Students students = Students.register(plan.base(), plan.students(), plan.tokens());
        students.checkAllIn();
        new FeedLoad(plan, students).run();
    }

    @SuppressWarnings("SystemOut") // the figures are what a benchmark is run for
    private void run() throws Exception {
        long heapBefore = server.heapBytes();
        long residentBefore = server.residentBytes();
        try (Crowd crowd = new Crowd(plan)) {
            long start = System.nanoTime();
            crowd.connect(students);
            System.out.printf(
                    "%d clients, %s%s, %d check-ins in view; connected and told how things are within %.1f s%n",
                    plan.readers(),
                    plan.mode(),
                    plan.compressed() ? ", compressed" : "",
                    plan.students(),
                    (System.nanoTime() - start) / 1e9);
            MarkedCheckIns checkIns = new MarkedCheckIns(plan, students, crowd);
            checkIns.make(plan.warmUp());
            double withOthers = measure(crowd, checkIns, "");
            System.out.printf(
                    "memory for each client: heap %.1f KiB, resident %.1f KiB (heap %d MiB before, %d MiB now)%n",
                    (server.heapBytes() - heapBefore) / KIB / plan.readers(),
                    (server.residentBytes() - residentBefore) / KIB / plan.readers(),
                    heapBefore >> 20,
                    server.heapBytes() >> 20);
            if (plan.neverReading() > 0) {
                crowd.connectNeverReading(students);
                checkIns.make(plan.warmUp());
                double besides = measure(
                        crowd, checkIns, "beside %d that never read, ".formatted(plan.clients() - plan.readers()));
                System.out.printf("p99 with them against p99 without: %.2f%n", besides / withOthers);
            }
        }
    }

    /** Prints what was measured; returns the p99 of all. */
    @SuppressWarnings("SystemOut")
    private double measure(Crowd crowd, MarkedCheckIns checkIns, String beside) throws Exception {
        List<Long> bytesBefore = plan.kinds().stream().map(crowd::bytes).toList();
        double cpuBefore = server.cpuSeconds();
        double ownBefore = ownCpuSeconds();
        crowd.measureAnew();
        checkIns.make(plan.changes());
        double cpu = server.cpuSeconds() - cpuBefore;
        double own = ownCpuSeconds() - ownBefore;
        double worst = 0;
        for (int i = 0; i < plan.kinds().size(); i++) {
            Plan.Mode mode = plan.kinds().get(i);
            List<Double> millis = crowd.millis(mode);
            double p99 = Median.quantile(millis, 0.99);
            worst = Math.max(worst, p99);
            System.out.printf(
                    "%s%s: told after p50 %.1f ms, p99 %.1f ms, at most %.1f ms; %.0f bytes for each change and client%n",
                    beside,
                    mode,
                    Median.of(millis),
                    p99,
                    Median.quantile(millis, 1),
                    (double) (crowd.bytes(mode) - bytesBefore.get(i)) / plan.changes() / crowd.count(mode));
        }
        System.out.printf(
                "%sprocessor time of the service: %.1f ms for each change, %.1f µs for each change and client (clients: %.1f ms)%n",
                beside,
                cpu * 1e3 / plan.changes(),
                cpu * 1e6 / plan.changes() / plan.readers(),
                own * 1e3 / plan.changes());
        return worst;
    }

    private static double ownCpuSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / (double) TimeUnit.SECONDS.toNanos(1);
    }
}

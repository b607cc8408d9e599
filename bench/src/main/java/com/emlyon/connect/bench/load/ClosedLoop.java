package com.emlyon.connect.bench.load;

import com.emlyon.connect.bench.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers who each do something again as soon as it is done. */
public final class ClosedLoop {

    private ClosedLoop() {}

    /** Lets so many callers do it for some seconds. */
    public static Load run(int callers, double seconds, Action action) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Double> millis = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<List<Double>>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                all.add(threads.submit(() -> repeat(caller, end, action)));
            }
            for (Future<List<Double>> each : all) {
                millis.addAll(each.get());
            }
        }
        return Load.of(millis, (System.nanoTime() - start) / 1e9);
    }

    private static List<Double> repeat(int caller, long end, Action action) throws Exception {
        List<Double> millis = new ArrayList<>();
        long before = System.nanoTime();
        while (before < end) {
            action.run(caller);
            long now = System.nanoTime();
            millis.add((now - before) / 1e6);
            before = now;
        }
        return millis;
    }

    /** What a caller does. */
    @FunctionalInterface
    public interface Action {

        /** Does it once, as the caller of this number. */
        void run(int caller) throws Exception;
    }

    /**
     * What came of it.
     *
     * @param perSecond how often it was done in a second
     * @param p50Millis half of the times it took longer, in milliseconds
     * @param p99Millis only one of hundred times it took longer, in milliseconds
     */
    public record Load(double perSecond, double p50Millis, double p99Millis) {

        static Load of(List<Double> millis, double seconds) {
            return new Load(millis.size() / seconds, Median.of(millis), Median.quantile(millis, 0.99));
        }
    }
}

package com.emlyon.connect.security;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** How long several tries have taken. */
record Durations(List<Duration> sorted) {

    Durations(List<Duration> sorted) {
        this.sorted = sorted.stream().sorted(Comparator.naturalOrder()).toList();
    }

    static Duration of(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    double medianMillis() {
        return millis(50);
    }

    /** The time within which so many percent of the tries were done. */
    double millis(int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100))
                        .toNanos()
                / 1e6;
    }
}

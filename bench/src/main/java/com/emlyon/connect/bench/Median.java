package com.emlyon.connect.bench;

import java.util.List;

/** Picks figures out of measurements. */
public final class Median {

    private Median() {}

    /** The middle one; the upper of two. */
    public static double of(List<Double> values) {
        return quantile(values, 0.5);
    }

    /** The value below which the given share of all values lies. */
    public static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(Math.floor(sorted.size() * share))));
    }
}

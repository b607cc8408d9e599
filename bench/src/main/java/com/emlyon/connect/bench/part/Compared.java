package com.emlyon.connect.bench.part;

import java.util.Map;

/** What is measured in rounds, beside a rival where there is one. */
public interface Compared {

    /** What the rival reaches in one round, by the names of the figures; empty when there is none. */
    default Map<String, Double> measureRival() throws Exception {
        return Map.of();
    }

    /** Who the rival is. */
    default String rival() {
        return "";
    }

    /** Whether a first round is left out, as it only warms up. */
    default boolean warmsUp() {
        return true;
    }
}

package com.emlyon.platform.projections.generation;

/**
 * One version of the tables of a projection.
 *
 * @param projection the name of the projection
 * @param number 1, 2, 3, … in the order of creation; never used again
 * @param version the version of the code that made the tables
 * @param state whether the tables are being built, are ready, or serve
 * @param position the position up to which facts are applied to the tables
 */
public record Generation(String projection, int number, int version, State state, long position) {

    /** The states of a generation. */
    public enum State {
        /** Being built from history; readers do not see it. */
        BUILDING,
        /** Caught up: the processor updates it together with the generation that serves, which it will replace. */
        READY,
        /** Readers see this generation. */
        SERVING
    }

    /** The PostgreSQL schema of the tables. */
    public String schema() {
        return schema(projection, number);
    }

    static String schema(String projection, int number) {
        return "view_%s_%d".formatted(projection.replace('-', '_'), number);
    }

    /** The same generation at another position. */
    public Generation at(long other) {
        return new Generation(projection, number, version, state, other);
    }

    /** The same generation in another state. */
    public Generation as(State other) {
        return new Generation(projection, number, version, other, position);
    }
}

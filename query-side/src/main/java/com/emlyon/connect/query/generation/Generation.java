package com.emlyon.connect.query.generation;

/**
 * One set of tables of a projection.
 *
 * @param projection whose tables
 * @param number 1, 2, 3, … in the order of being made; never used again
 * @param version of the code that made them
 * @param state what they are there for
 * @param position their rows say what history says up to here
 */
public record Generation(String projection, int number, int version, State state, long position) {

    /** What a generation is there for. */
    public enum State {
        /** Being built from history; nobody reads it. */
        BUILDING,
        /** Caught up: it follows history together with the one that serves, whose place it will take. */
        READY,
        /** The one that readers see. */
        SERVING
    }

    /** The schema in which the tables lie. */
    public String schema() {
        return schema(projection, number);
    }

    static String schema(String projection, int number) {
        return "view_%s_%d".formatted(projection.replace('-', '_'), number);
    }

    /** The same generation with other rows. */
    public Generation at(long other) {
        return new Generation(projection, number, version, state, other);
    }

    /** The same generation, there for something else. */
    public Generation as(State other) {
        return new Generation(projection, number, version, other, position);
    }
}

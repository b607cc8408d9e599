package com.emlyon.connect.bench.part;

/**
 * How much is measured.
 *
 * @param rounds that count
 * @param seconds of each measurement under load
 * @param students who have checked in
 * @param events that they have created
 * @param attendees of each event
 * @param listClients clients of the feed who are sent whole lists
 * @param changeClients clients of the feed who are sent changes
 * @param facts of the history from which a view is built again
 */
public record Scale(
        int rounds,
        double seconds,
        int students,
        int events,
        int attendees,
        int listClients,
        int changeClients,
        int facts) {

    /** The most students who act by requests; more are only there. */
    private static final int MOST_WHO_ACT = 1_000;

    /** The most events that are joined and left by requests. */
    private static final int MOST_JOINED = 300;

    /** What figures are taken from. */
    public static final Scale FULL = new Scale(3, 5, 1_000, 300, 20, 200, 5_000, 1_000_000);

    /** Enough to see whether everything runs. */
    public static final Scale SHORT = new Scale(1, 0.5, 20, 5, 3, 4, 4, 2_000);

    /** How many students act by requests. */
    public int studentsWhoAct() {
        return Math.min(students, MOST_WHO_ACT);
    }

    /** How many of the events are joined and left by requests. */
    public int eventsJoined() {
        return students > MOST_WHO_ACT ? Math.min(events, MOST_JOINED) : events;
    }
}

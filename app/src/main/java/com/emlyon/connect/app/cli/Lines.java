package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.projection.RebuildAnswer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Shows progress as lines, for a pipe, a log or a file: each second at most one for each projection, if it has
 * progressed.
 */
final class Lines implements Display {

    private static final long NANOS_BETWEEN_LINES = Duration.ofSeconds(1).toNanos();

    private final PrintWriter out;
    private final Map<String, Long> factsShown = new HashMap<>();
    private final Map<String, Long> shownAt = new HashMap<>();

    Lines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void progress(String projection, RebuildAnswer rebuild) {
        long now = System.nanoTime();
        boolean recently = shownAt.containsKey(projection) && now - shownAt.get(projection) < NANOS_BETWEEN_LINES;
        if (recently || factsShown.getOrDefault(projection, -1L) == rebuild.factsDone()) {
            return;
        }
        shownAt.put(projection, now);
        factsShown.put(projection, rebuild.factsDone());
        line(projection + ": " + Wording.of(rebuild));
    }

    @Override
    public void note(String sentence) {
        line(sentence);
    }

    @Override
    public void ended(String projection, String sentence, boolean complete) {
        line(sentence);
    }

    @Override
    public void close() {
        out.flush();
    }

    private void line(String text) {
        out.println(text);
        out.flush();
    }
}

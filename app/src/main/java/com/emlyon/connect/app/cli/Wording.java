package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.projection.RebuildAnswer;
import java.util.Locale;

/** Describes the progress of a rebuild to operators. */
final class Wording {

    private Wording() {}

    /** For example {@code 40,000 of 100,000 facts (40 %), 32,000/s, about 2 s left}. */
    static String of(RebuildAnswer rebuild) {
        String rate = rate(rebuild);
        return String.format(
                Locale.ROOT,
                "%,d of %,d facts (%d %%)%s",
                rebuild.factsDone(),
                rebuild.factsTotal(),
                rebuild.factsTotal() == 0 ? 100 : 100 * rebuild.factsDone() / rebuild.factsTotal(),
                rate.isEmpty() ? "" : ", " + rate);
    }

    /** The speed and the remaining time; empty as long as they are not known. */
    static String rate(RebuildAnswer rebuild) {
        Long left = rebuild.etaSeconds();
        return left == null
                ? ""
                : String.format(Locale.ROOT, "%,d/s, about %s left", rebuild.factsPerSecond(), duration(left));
    }

    private static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600
                ? (seconds + 59) / 60 + " min"
                : "%d h %d min".formatted(seconds / 3_600, seconds % 3_600 / 60);
    }
}

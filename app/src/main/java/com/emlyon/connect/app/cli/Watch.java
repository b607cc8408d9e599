package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.projection.ProjectionAnswer;
import com.emlyon.connect.app.projection.ProjectionState;
import com.emlyon.connect.app.projection.RebuildAnswer;
import com.emlyon.connect.app.projection.Rebuildables;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows rebuilds until they end, whichever process does them. */
final class Watch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Rebuildables projections;
    private final Display display;
    private final Map<String, Integer> generationsBefore = new LinkedHashMap<>();
    private final Set<String> stuck = new HashSet<>();

    Watch(Rebuildables projections, Display display) {
        this.projections = projections;
        this.display = display;
    }

    /** Adds a rebuild to be followed; before it, readers saw the given generation of the projection. */
    void follow(String projection, int generationBefore) {
        generationsBefore.put(projection, generationBefore);
    }

    /** Shows all followed rebuilds until the last one has ended; true when the new tables of all of them serve. */
    boolean untilTheEnd() throws InterruptedException {
        boolean allServe = true;
        while (true) {
            for (ProjectionAnswer projection : projections.all()) {
                Integer before = generationsBefore.get(projection.name());
                if (before != null && goesOn(projection, before)) {
                    show(projection, projection.rebuild());
                } else if (before != null) {
                    generationsBefore.remove(projection.name());
                    allServe &= end(projection, before);
                }
            }
            if (generationsBefore.isEmpty()) {
                return allServe;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** False once the rebuild has ended, even if the next one has already been requested. */
    private static boolean goesOn(ProjectionAnswer projection, int before) {
        return projection.rebuild() != null && projection.generation() == before;
    }

    private void show(ProjectionAnswer projection, @Nullable RebuildAnswer rebuild) {
        if (rebuild != null) {
            display.progress(projection.name(), rebuild);
        }
        if (projection.state() != ProjectionState.FAILED) {
            stuck.remove(projection.name());
        } else if (stuck.add(projection.name())) {
            display.note(
                    projection.name() + ": does not get on at the moment; it is tried again, and the log says why");
        }
    }

    private boolean end(ProjectionAnswer projection, int before) {
        boolean serves = projection.generation() > before;
        display.ended(
                projection.name(),
                (serves ? "%s: generation %d serves" : "%s: the rebuild was cancelled; generation %d goes on serving")
                        .formatted(projection.name(), projection.generation()),
                serves);
        return serves;
    }
}

package com.emlyon.connect.app.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Limits how many notes one node enters into the trail. In each period, the first few of equal notes are entered, and a
 * bounded number of refusals of all kinds. The rest is only counted, and the counts are entered when the period is
 * over.
 */
final class AuditRateLimiter {

    /**
     * Beyond this number, equal notes are not recognised, and notes over the limits are counted by kind only, so that
     * memory is bounded, too.
     */
    private static final int MOST_REMEMBERED = 10_000;

    private final AuditSettings settings;
    private final Map<Note, Tally> alike = new HashMap<>();
    private final Map<Kind, Long> moreRefused = new EnumMap<>(Kind.class);
    private long stretch;
    private long refusals;

    AuditRateLimiter(AuditSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns the notes to enter now: the counts of a former period, if it is over, and the given note, unless it is
     * over the limits.
     */
    synchronized List<Note> admit(Note note, Instant now) {
        List<Note> admitted = new ArrayList<>(begin(now));
        if (isAdmitted(note)) {
            admitted.add(note);
        }
        return admitted;
    }

    private boolean isAdmitted(Note note) {
        Kind kind = note.kind();
        Tally tally = alike.get(note);
        boolean room = (tally == null || tally.entered < kind.mostAlike(settings))
                && (!kind.isBounded() || refusals < settings.mostRefusals());
        if (room) {
            if (tally == null && kind.mostAlike(settings) < Long.MAX_VALUE && alike.size() < MOST_REMEMBERED) {
                tally = new Tally();
                alike.put(note, tally);
            }
            if (tally != null) {
                tally.entered++;
            }
            if (kind.isBounded()) {
                refusals++;
            }
        } else if (tally == null) {
            moreRefused.merge(kind, 1L, Long::sum);
        } else {
            tally.more++;
        }
        return room;
    }

    /** Returns the counts of a former period as notes, if a new period has begun by now. */
    synchronized List<Note> begin(Instant now) {
        long present = now.toEpochMilli() / settings.stretch().toMillis();
        if (present == stretch) {
            return List.of();
        }
        stretch = present;
        return end();
    }

    /** Ends the period, and returns its counts as notes. */
    synchronized List<Note> end() {
        List<Note> rest = new ArrayList<>();
        alike.forEach((note, tally) -> {
            if (tally.more > 0) {
                rest.add(note.with("more", tally.more));
            }
        });
        if (!moreRefused.isEmpty()) {
            Note summary = Note.of(Kind.MORE_REFUSED);
            for (Map.Entry<Kind, Long> kind : moreRefused.entrySet()) {
                summary = summary.with(kind.getKey().name(), kind.getValue());
            }
            rest.add(summary);
        }
        alike.clear();
        moreRefused.clear();
        refusals = 0;
        return rest;
    }

    /** How many equal notes were entered, and how many more were only counted. */
    private static final class Tally {

        private long entered;
        private long more;
    }
}

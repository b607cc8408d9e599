package com.emlyon.connect.app.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a flood out of the trail of one node: of what is alike the first few are entered in each stretch of time, and of all
 * refusals so many. The rest is counted, and told as numbers when the stretch is over.
 */
final class AuditRateLimiter {

    /** Beyond them it is not remembered what was alike: memory is bounded, too. */
    private static final int MOST_REMEMBERED = 10_000;

    private final AuditSettings settings;
    private final Map<Note, Tally> alike = new HashMap<>();
    private final Map<Kind, Long> moreRefused = new EnumMap<>(Kind.class);
    private long stretch;
    private long refusals;

    AuditRateLimiter(AuditSettings settings) {
        this.settings = settings;
    }

    /** What is to be entered, now that this happened: itself, nothing, and what is still to be told of a former stretch. */
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

    /** What is still to be told of a former stretch, when there is another one by now. */
    synchronized List<Note> begin(Instant now) {
        long present = now.toEpochMilli() / settings.stretch().toMillis();
        if (present == stretch) {
            return List.of();
        }
        stretch = present;
        return end();
    }

    /** What is still to be told. */
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

    /** How many that are alike were entered, and how many more there were. */
    private static final class Tally {

        private long entered;
        private long more;
    }
}

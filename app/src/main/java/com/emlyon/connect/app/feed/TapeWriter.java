package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.feed.Tape.Entry;
import com.emlyon.connect.query.live.Commit;
import com.emlyon.connect.query.live.LivePosition;
import java.util.List;

/** Writes commits onto a {@link Tape}, as frames. For one thread. */
final class TapeWriter {

    private final Tape tape;
    private final ChangeFrames frames;

    TapeWriter(Tape tape, ChangeFrames frames) {
        this.tape = tape;
        this.frames = frames;
    }

    /**
     * Appends what one look has found. When that fails, the tape is empty afterwards, so that every client gets a snapshot.
     *
     * @param position where the campus is after the commits
     */
    void write(List<Commit> commits, LivePosition position) {
        try {
            Redaction redaction = Redaction.after(commits);
            if (redaction.isNeeded()) {
                tape.retell(redaction::of);
            }
            tape.append(
                    commits.stream()
                            .filter(commit -> !commit.changes().isEmpty() || !commit.follows())
                            .map(this::entry)
                            .map(entry -> entry.retold(redaction::of))
                            .toList(),
                    position);
        } catch (RuntimeException unwritten) {
            tape.forget();
            throw unwritten;
        }
    }

    private Entry entry(Commit commit) {
        return new Entry(frames.of(commit), commit.position(), commit.ofTime(), commit.follows(), commit.firstEnd());
    }
}

package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.feed.ReplayBuffer.Entry;
import com.emlyon.connect.query.live.Commit;
import com.emlyon.connect.query.live.LivePosition;
import java.util.List;

/** Writes commits into a {@link ReplayBuffer}, as frames. Not thread-safe. */
final class ReplayBufferWriter {

    private final ReplayBuffer replayBuffer;
    private final ChangeFrames frames;

    ReplayBufferWriter(ReplayBuffer replayBuffer, ChangeFrames frames) {
        this.replayBuffer = replayBuffer;
        this.frames = frames;
    }

    /**
     * Appends the commits that one look found. When that fails, the buffer is emptied, so that every client gets a
     * snapshot.
     *
     * @param position the position after the commits
     */
    void write(List<Commit> commits, LivePosition position) {
        try {
            Redaction redaction = Redaction.after(commits);
            if (redaction.isNeeded()) {
                replayBuffer.retell(redaction::of);
            }
            replayBuffer.append(
                    commits.stream()
                            .filter(commit -> !commit.changes().isEmpty() || !commit.follows())
                            .map(this::entry)
                            .map(entry -> entry.retold(redaction::of))
                            .toList(),
                    position);
        } catch (RuntimeException unwritten) {
            replayBuffer.forget();
            throw unwritten;
        }
    }

    private Entry entry(Commit commit) {
        return new Entry(frames.of(commit), commit.position(), commit.ofTime(), commit.follows(), commit.firstEnd());
    }
}

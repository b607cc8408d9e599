package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.feed.ReplayBuffer.Since;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.LivePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes, read from the {@link ReplayBuffer}; whoever has fallen behind it asks to be told how things are, and goes on from there. */
final class DeltaOutbox implements Outbox {

    private final ReplayBuffer replayBuffer;
    private final ChangeFrames frames;
    private Optional<LivePosition> known;
    private Runnable askAnew = () -> {};
    private final List<SharedText> first = new ArrayList<>();
    private long next;
    private boolean asking = true;

    /**
     * Waits for {@link #begin}, unless it {@link #resumes}.
     *
     * @param known up to where the client knows everything already, which may be further than this node is
     */
    DeltaOutbox(ReplayBuffer replayBuffer, ChangeFrames frames, Optional<LivePosition> known) {
        this.replayBuffer = replayBuffer;
        this.frames = frames;
        this.known = known;
    }

    /** What to do when it needs {@link #begin} once more. */
    void askWhenBehind(Runnable ask) {
        this.askAnew = ask;
    }

    /** Goes on from what the client knows; false when that is nothing, or too much has happened since. */
    synchronized boolean resumes() {
        Optional<Since> missed = known.flatMap(replayBuffer::since);
        missed.ifPresent(since -> {
            asking = false;
            first.addAll(goOn(since));
        });
        return missed.isPresent();
    }

    /** Tells how things are, and goes on from there. */
    synchronized void begin(SharedText snapshot, long end) {
        first.clear();
        first.add(snapshot);
        known = Optional.empty();
        next = end;
        asking = false;
    }

    @Override
    public List<SharedText> take() {
        @Nullable List<SharedText> frames = takeAlong();
        if (frames == null) {
            askAnew.run();
            return List.of();
        }
        return frames;
    }

    private synchronized @Nullable List<SharedText> takeAlong() {
        List<SharedText> taken = new ArrayList<>(first);
        first.clear();
        if (asking) {
            return taken;
        }
        Optional<Since> since = replayBuffer.since(next, known);
        if (since.isEmpty()) {
            asking = true;
            return null;
        }
        taken.addAll(goOn(since.get()));
        return taken;
    }

    private List<SharedText> goOn(Since since) {
        next = since.next();
        known = since.ahead();
        return since.frames();
    }

    /** Only when everything up to that position has been sent, it is known to be the present, and leads nobody back. */
    @Override
    public synchronized Optional<SharedText> breakSilence() {
        return asking || known.isPresent()
                ? Optional.empty()
                : replayBuffer.freshPositionAt(next).map(frames::heartbeat);
    }
}

package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.feed.ReplayBuffer.Since;
import com.emlyon.connect.app.websocket.SharedText;
import com.emlyon.connect.query.live.LivePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outbox of a client that gets single changes, which it reads from the {@link ReplayBuffer}. When the client has
 * fallen behind what the buffer keeps, the outbox asks for a snapshot and continues from there.
 */
final class DeltaOutbox implements Outbox {

    private final ReplayBuffer replayBuffer;
    private final ChangeFrames frames;
    private Optional<LivePosition> known;
    private Runnable askAnew = () -> {};
    private final List<SharedText> first = new ArrayList<>();
    private long next;
    private boolean asking = true;

    /**
     * Sends nothing until {@link #begin} is called, or {@link #resumes} returns true.
     *
     * @param known the position up to which the client has all changes already; it may be ahead of this node
     */
    DeltaOutbox(ReplayBuffer replayBuffer, ChangeFrames frames, Optional<LivePosition> known) {
        this.replayBuffer = replayBuffer;
        this.frames = frames;
        this.known = known;
    }

    /** Sets what is called when the outbox needs {@link #begin} once more. */
    void askWhenBehind(Runnable ask) {
        this.askAnew = ask;
    }

    /**
     * Continues from the position that the client has; false when it has none, or the buffer no longer keeps all that
     * follows.
     */
    synchronized boolean resumes() {
        Optional<Since> missed = known.flatMap(replayBuffer::since);
        missed.ifPresent(since -> {
            asking = false;
            first.addAll(goOn(since));
        });
        return missed.isPresent();
    }

    /** Queues a snapshot, and continues with the changes that follow it in the buffer. */
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

    /**
     * A heartbeat with the present position. There is none before all changes up to that position have been sent, nor
     * while the client is ahead of this node, as the position would take it back.
     */
    @Override
    public synchronized Optional<SharedText> breakSilence() {
        return asking || known.isPresent()
                ? Optional.empty()
                : replayBuffer.freshPositionAt(next).map(frames::heartbeat);
    }
}

package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.websocket.SharedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outbox of a client that gets full lists. A new frame replaces an unsent older one of the same kind, so a slow
 * client costs bounded memory and gets the newest state when it catches up.
 */
final class ConflatingOutbox implements Outbox {

    private static final String FIRST = "first";

    private final Map<String, SharedText> newest = new LinkedHashMap<>();
    private long begun;

    /** Queues the first frame, which contains the present state of all lists. */
    synchronized void begin(SharedText frame) {
        newest.put(FIRST, frame);
        begun = System.nanoTime();
    }

    /**
     * Queues a frame; an unsent frame of the same kind is outdated and dropped.
     *
     * @param changed the {@link System#nanoTime} of the last change in the frame; it is ignored when {@link #begin} was
     *     called later, as the first frame contains the change already
     */
    synchronized void offer(String kind, SharedText frame, long changed) {
        if (changed - begun > 0) {
            newest.put(kind, frame);
        }
    }

    @Override
    public synchronized List<SharedText> take() {
        List<SharedText> frames = new ArrayList<>(newest.values());
        newest.clear();
        return frames;
    }

    @Override
    public Optional<SharedText> breakSilence() {
        return Optional.empty();
    }
}

package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.websocket.SharedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Full lists: one kind of frame takes the place of an older one of its kind that was not sent yet, so a slow client costs
 * bounded memory and gets the newest state when it catches up.
 */
final class ConflatingOutbox implements Outbox {

    private static final String FIRST = "first";

    private final Map<String, SharedText> newest = new LinkedHashMap<>();
    private long begun;

    /** Lets the frame be sent first: it says how everything is at the moment. */
    synchronized void begin(SharedText frame) {
        newest.put(FIRST, frame);
        begun = System.nanoTime();
    }

    /**
     * Lets the frame be sent next; one of the same kind that still waits is outdated and dropped.
     *
     * @param changed when what it tells has happened: whoever began after that has been told
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

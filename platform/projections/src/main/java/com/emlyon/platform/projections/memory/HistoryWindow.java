package com.emlyon.platform.projections.memory;

import com.emlyon.platform.eventstore.history.FactPage;
import com.emlyon.platform.eventstore.history.History;
import com.emlyon.platform.projections.memory.CommandBatch.Part;
import com.emlyon.platform.projections.projection.Projection;
import java.util.ArrayList;
import java.util.List;

/**
 * The next section of history, for all projections.
 *
 * @param from the position after which it begins
 * @param batches in order; when the window is cut, the last one may continue after it
 * @param last the position up to which no other facts concern a projection
 * @param isCut whether history may continue after the window
 */
public record HistoryWindow(long from, List<CommandBatch> batches, long last, boolean isCut) {

    /** The number of positions in one window. */
    private static final int POSITIONS = 2_000;

    /** Reads the window after a position. */
    public static HistoryWindow behind(long from, History history, List<Projection> projections) {
        long full = from + POSITIONS;
        long end = full;
        List<Part> parts = new ArrayList<>();
        for (Projection projection : projections) {
            FactPage page = history.between(from, full, projection.facts(), POSITIONS);
            page.facts().forEach(fact -> parts.add(new Part(projection, fact)));
            end = Math.min(end, page.upTo());
        }
        long last = end;
        parts.removeIf(part -> part.fact().position() > last);
        return new HistoryWindow(from, CommandBatch.of(parts), last, last == full);
    }

    /** Whether the end of the window may cut a batch that the next window would contain completely. */
    public boolean mayCut(CommandBatch batch) {
        return isCut && batch.equals(batches.getLast()) && batch.firstPosition() - 1 > from;
    }
}

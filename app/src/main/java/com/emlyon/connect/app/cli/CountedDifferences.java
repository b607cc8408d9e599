package com.emlyon.connect.app.cli;

import com.emlyon.platform.projections.verify.Difference;
import com.emlyon.platform.projections.verify.Observer;
import java.util.Map;
import java.util.TreeMap;

/** Counts differences per table, so that a document of them stays small however many there are. */
final class CountedDifferences implements Observer {

    private final Map<String, Long> byTable = new TreeMap<>();

    @Override
    public void folded(long facts, long position, long goal) {
        // The document is printed at the end, so there is no progress to show.
    }

    @Override
    public void differs(Difference difference) {
        byTable.merge(difference.table().name(), 1L, Long::sum);
    }

    /** The number of differences of each table that has any. */
    Map<String, Long> byTable() {
        return byTable;
    }
}

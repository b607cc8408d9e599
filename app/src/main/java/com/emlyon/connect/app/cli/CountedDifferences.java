package com.emlyon.connect.app.cli;

import com.emlyon.connect.query.verify.Difference;
import com.emlyon.connect.query.verify.Observer;
import java.util.Map;
import java.util.TreeMap;

/** Counts differences by their tables, so that a document of them stays small however many there are. */
final class CountedDifferences implements Observer {

    private final Map<String, Long> byTable = new TreeMap<>();

    @Override
    public void folded(long facts, long position, long goal) {
        // A document is printed when all is done.
    }

    @Override
    public void differs(Difference difference) {
        byTable.merge(difference.table().name(), 1L, Long::sum);
    }

    /** How many there are in each table that has any. */
    Map<String, Long> byTable() {
        return byTable;
    }
}

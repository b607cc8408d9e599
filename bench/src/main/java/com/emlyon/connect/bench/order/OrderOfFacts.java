package com.emlyon.connect.bench.order;

import com.emlyon.connect.bench.Median;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures what it costs that facts become visible in the order of their positions: ways to append, in turn, several
 * rounds. The floor gives no order at all. Arguments: JDBC URL, seconds a run (3), rounds (5).
 */
public final class OrderOfFacts {

    private static final int POOL = 10;
    private static final String LOCK = "SELECT pg_advisory_xact_lock(42)";
    private static final String TELL = "; SELECT pg_notify('bench', '')";

    private OrderOfFacts() {}

    /** Runs all, prints a table of medians. */
    public static void main(String[] arguments) throws Exception {
        String url = arguments[0];
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 3;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        try (Facts facts = new Facts(url, POOL)) {
            for (int callers : new int[] {1, 16, 64}) {
                print(callers, measure(facts, callers, seconds, rounds));
            }
        }
    }

    private static Map<String, List<Double>> measure(Facts facts, int callers, double seconds, int rounds)
            throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        // The first round warms up and is not counted.
        for (int round = 0; round <= rounds; round++) {
            for (Way way : Way.values()) {
                facts.create(way.column);
                try (Appender appender = way.open(facts)) {
                    double rate = rate(appender, callers, seconds);
                    if (round > 0) {
                        rates.computeIfAbsent(way.words, key -> new ArrayList<>())
                                .add(rate);
                    }
                }
            }
        }
        return rates;
    }

    private static double rate(Appender appender, int callers, double seconds) throws InterruptedException {
        LongAdder appended = new LongAdder();
        CountDownLatch ended = new CountDownLatch(callers);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        for (int i = 0; i < callers; i++) {
            Thread.ofPlatform().start(() -> {
                try {
                    while (System.nanoTime() < end) {
                        appender.append();
                        appended.increment();
                    }
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        return appended.sum() / ((System.nanoTime() - start) / 1e9);
    }

    @SuppressWarnings("SystemOut") // the figures are what a benchmark is run for
    private static void print(int callers, Map<String, List<Double>> rates) {
        double floor = Median.of(rates.values().iterator().next());
        System.out.printf("%n%d callers: commands/s, median (lowest to highest), ratio to the floor%n", callers);
        rates.forEach((way, measured) -> System.out.printf(
                "  %-50s %8.0f  (%.0f to %.0f)  %.2f%n",
                way,
                Median.of(measured),
                Median.quantile(measured, 0),
                Median.quantile(measured, 1),
                Median.of(measured) / floor));
    }

    private enum Way {
        FLOOR("no order: insert and commit, each for itself", "", ""),
        TRANSACTION_ID("transaction id beside each fact, readers wait", ", xid xid8 DEFAULT pg_current_xact_id()", ""),
        LOCK_EACH("turn taken by each command", "", LOCK),
        GATHERED("gathered by one writer, turn taken by the batch", "", LOCK),
        GATHERED_AND_TOLD("the same, and listeners told in the transaction", "", LOCK + TELL);

        private final String words;
        private final String column;
        private final String before;

        Way(String words, String column, String before) {
            this.words = words;
            this.column = column;
            this.before = before;
        }

        Appender open(Facts facts) {
            return switch (this) {
                case FLOOR, TRANSACTION_ID, LOCK_EACH -> new EachForItself(facts, before);
                case GATHERED, GATHERED_AND_TOLD -> new GatheredByOneWriter(facts, before);
            };
        }
    }
}

package com.emlyon.connect.bench.table;

import com.emlyon.connect.bench.Median;
import com.emlyon.connect.bench.part.Compared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a part, of all rounds, and how they are printed: medians, lowest and highest, and ratios of the same round. */
final class Figures {

    private final Compared part;
    private final List<Measurement> contenders;
    private final Map<String, List<List<Double>>> measured = new TreeMap<>();
    private final Map<String, List<Double>> ofRival = new LinkedHashMap<>();

    Figures(Compared part, List<Measurement> contenders) {
        this.part = part;
        this.contenders = contenders;
    }

    /** Measures the rival and all contenders in turn. */
    void measure(int rounds) throws Exception {
        for (int round = part.warmsUp() ? 0 : 1; round <= rounds; round++) {
            measureInTurn(round > 0);
        }
    }

    private void measureInTurn(boolean counts) throws Exception {
        if (counts) {
            part.measureRival()
                    .forEach((name, value) -> ofRival.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(value));
        }
        for (int i = 0; i < contenders.size(); i++) {
            Map<String, Double> figures = contenders.get(i).measure();
            if (counts) {
                int contender = i;
                figures.forEach((name, value) -> column(name, contender).add(value));
            }
        }
    }

    private List<Double> column(String name, int contender) {
        List<List<Double>> columns = measured.computeIfAbsent(name, key -> new ArrayList<>());
        while (columns.size() <= contender) {
            columns.add(new ArrayList<>());
        }
        return columns.get(contender);
    }

    /** One row of a Markdown table for each figure. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        measured.forEach((name, columns) -> {
            StringBuilder row = new StringBuilder("| " + name);
            for (int i = 0; i < columns.size(); i++) {
                row.append(" | ").append(withSpread(columns.get(i)));
                if (i > 0) {
                    row.append(" | ").append(ratio(columns.get(i), columns.getFirst()));
                }
            }
            List<Double> rival = ofRival.getOrDefault(name, List.of());
            row.append(" | ")
                    .append(rival.isEmpty() ? "" : "%s: %s".formatted(part.rival(), withSpread(rival)))
                    .append(" | ")
                    .append(rival.isEmpty() ? "" : ratio(columns.getLast(), rival));
            rows.add(row.append(" |").toString());
        });
        return rows;
    }

    private static String withSpread(List<Double> values) {
        return "%s (%s to %s)"
                .formatted(
                        plain(Median.of(values)), plain(Median.quantile(values, 0)), plain(Median.quantile(values, 1)));
    }

    private static String ratio(List<Double> values, List<Double> others) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / others.get(i));
        }
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                Median.of(ratios),
                Median.quantile(ratios, 0),
                Median.quantile(ratios, 1));
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }

    /** What is measured of one contender in one round. */
    @FunctionalInterface
    interface Measurement {

        /** Figures by their names. */
        Map<String, Double> measure() throws Exception;
    }
}

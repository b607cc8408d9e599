package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.projection.RebuildAnswer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows a progress bar for each projection on a terminal. Prints sentences after the bars are closed, as a line between
 * them would break their display.
 */
final class Bars implements Display {

    private static final int MILLIS_BETWEEN_UPDATES = 200;

    private final PrintWriter out;
    private final Map<String, ProgressBar> bars = new LinkedHashMap<>();
    private final List<String> sentences = new ArrayList<>();

    Bars(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void progress(String projection, RebuildAnswer rebuild) {
        ProgressBar bar = bars.computeIfAbsent(projection, Bars::bar);
        bar.maxHint(Math.max(1, rebuild.factsTotal()));
        bar.stepTo(rebuild.factsDone());
        bar.setExtraMessage(Wording.rate(rebuild));
    }

    private static ProgressBar bar(String projection) {
        return new ProgressBarBuilder()
                .setTaskName("%-10s".formatted(projection))
                .setUnit(" facts", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
                .hideEta()
                .continuousUpdate()
                .build();
    }

    @Override
    public void note(String sentence) {
        sentences.add(sentence);
    }

    @Override
    public void ended(String projection, String sentence, boolean complete) {
        ProgressBar bar = bars.get(projection);
        if (bar != null) {
            bar.setExtraMessage("");
            if (complete) {
                bar.stepTo(bar.getMax());
            }
        }
        sentences.add(sentence);
    }

    @Override
    public void close() {
        bars.values().forEach(ProgressBar::close);
        sentences.forEach(out::println);
        out.flush();
    }
}

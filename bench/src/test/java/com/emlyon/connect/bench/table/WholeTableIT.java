package com.emlyon.connect.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All benchmarks of the table run, on little data; how fast that is, is not judged here. */
class WholeTableIT {

    private static final Path INSTALLATION = Path.of("..", "app", "target", "connect");

    private final List<String> lines = new ArrayList<>();

    @Test
    void eachPartHasItsFigures() throws Exception {
        WholeTable.measure(
                Options.of(new String[] {"--scale", "short", "--installations", INSTALLATION.toString()}), lines::add);

        assertThat(lines)
                .as("the figures")
                .anySatisfy(line -> assertThat(line).startsWith("| start, s of processor time | "))
                .anySatisfy(line -> assertThat(line).startsWith("| GET /api/events, answers/s | "))
                .anySatisfy(line -> assertThat(line).startsWith("| GET /api/users, 304, p99 ms | "))
                .anySatisfy(line -> assertThat(line).startsWith("| POST /api/checkins, writes/s | "))
                .anySatisfy(line -> assertThat(line).startsWith("| join, then leave, p99 ms | "))
                .anySatisfy(line -> assertThat(line).startsWith("| 4 clients of the feed, lists, p99 ms | "))
                .anySatisfy(line -> assertThat(line).startsWith("| 4 clients of the feed, changes, % of a core | "))
                .anySatisfy(line -> assertThat(line).startsWith("| memory after all this, MB | "))
                .anySatisfy(line -> assertThat(line).startsWith("| commands to one stream, commands/s | "))
                .anySatisfy(line ->
                        assertThat(line).startsWith("| view built again from 2,000 facts, by Axon's pooled processor"));
        assertThat(lines.subList(2, lines.size()))
                .allSatisfy(line -> assertThat(line)
                        .as("figures are positive")
                        .matches("\\| [^|]+ \\| [\\d,.]*[1-9][\\d,.]* \\(.*"));
    }

    @Test
    void severalProgramsAreMeasuredBesideEachOther() throws Exception {
        String twice = INSTALLATION + "," + INSTALLATION;

        WholeTable.measure(
                Options.of(new String[] {"--scale", "short", "--parts", "writes", "--installations", twice}),
                lines::add);

        assertThat(lines.getFirst()).contains("ratio to the first");
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .matches("\\| POST /api/checkins, writes/s \\| .*\\(.*\\) \\| .*\\(.*\\) \\| [\\d.]+ \\(.*"));
    }
}

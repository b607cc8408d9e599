package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.projection.ProjectionAnswer;
import com.emlyon.connect.app.projection.Rebuildables;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code projections}: shows the state of the projections as a table. */
@Command(
        name = "projections",
        description = "Show how the projections stand, and whether one is being rebuilt.",
        mixinStandardHelpOptions = true)
final class ListProjections implements Runnable {

    private static final String ROW = "%-11s %-11s %10s %12s %10s  %s%n";

    @Mixin
    private final HeadlessContext headless;

    @Mixin
    private final JsonOutput json = new JsonOutput();

    ListProjections(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public void run() {
        try (var context = headless.looking(Part.FACTS, Part.PROJECTIONS)) {
            PrintWriter out = headless.out();
            List<ProjectionAnswer> all = context.getBean(Rebuildables.class).all();
            if (json.isWanted()) {
                json.print(out, all);
                return;
            }
            out.printf(ROW, "PROJECTION", "STATE", "GENERATION", "POSITION", "BEHIND", "REBUILD");
            all.forEach(projection -> print(out, projection));
            out.flush();
        }
    }

    private static void print(PrintWriter out, ProjectionAnswer projection) {
        out.printf(
                Locale.ROOT,
                ROW,
                projection.name(),
                projection.state(),
                projection.generation(),
                "%,d".formatted(projection.position()),
                projection.lagFacts() == 0 ? "-" : "%,d".formatted(projection.lagFacts()),
                projection.rebuild() == null ? "-" : Wording.of(projection.rebuild()));
    }
}

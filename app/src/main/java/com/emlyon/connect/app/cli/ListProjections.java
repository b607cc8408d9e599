package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.projection.ProjectionAnswer;
import com.emlyon.connect.app.projection.Rebuildables;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code projections}: how they stand, as a table. */
@Command(
        name = "projections",
        description = "Show how the projections stand, and whether one is being rebuilt.",
        mixinStandardHelpOptions = true)
final class ListProjections implements Runnable {

    private static final String ROW = "%-11s %-11s %10s %12s %10s  %s%n";

    private final Supplier<SpringApplicationBuilder> application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Unmatched
    private final List<String> springArguments = new ArrayList<>();

    ListProjections(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    @Override
    public void run() {
        try (var context = Aside.looking(application.get(), springArguments)) {
            PrintWriter out = spec.commandLine().getOut();
            out.printf(ROW, "PROJECTION", "STATE", "GENERATION", "POSITION", "BEHIND", "REBUILD");
            context.getBean(Rebuildables.class).all().forEach(projection -> print(out, projection));
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

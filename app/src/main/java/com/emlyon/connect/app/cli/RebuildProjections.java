package com.emlyon.connect.app.cli;

import com.emlyon.connect.app.audit.AuditTrail;
import com.emlyon.connect.app.audit.Kind;
import com.emlyon.connect.app.audit.Note;
import com.emlyon.connect.app.projection.Rebuildables;
import com.emlyon.connect.query.Projections;
import com.emlyon.platform.eventstore.notification.Nodes;
import java.io.Console;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code rebuild}: has projections rebuilt, whether or not a service is running, and shows the progress. */
@Command(
        name = "rebuild",
        description = {
            "Build projections again from history, while readers and writers go on.",
            "Ends when the new tables serve; whoever stops watching earlier does not stop the rebuild."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:All that was asked for is done.",
            "1:It is not: cancelled meanwhile, nothing to cancel, or no database.",
            "2:The command line was not understood."
        },
        mixinStandardHelpOptions = true)
final class RebuildProjections implements Callable<Integer> {

    @Mixin
    private final HeadlessContext headless;

    @Parameters(paramLabel = "PROJECTION", arity = "0..*", description = "Which ones: accounts, check-ins, events.")
    private final List<String> named = new ArrayList<>();

    @Option(names = "--all", description = "All of them, at the same time.")
    private boolean all;

    @Option(names = "--cancel", description = "Give their rebuilds up instead; what serves goes on serving.")
    private boolean cancel;

    RebuildProjections(Supplier<SpringApplicationBuilder> application) {
        this.headless = new HeadlessContext(application);
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> wanted = wanted();
        return cancel ? giveUp(wanted) : rebuild(wanted);
    }

    private List<String> wanted() {
        if (all == !named.isEmpty()) {
            throw mistake("Name the projections, or say --all: there are " + String.join(", ", Projections.NAMES));
        }
        for (String name : named) {
            if (!Projections.NAMES.contains(name)) {
                throw mistake("There is no projection %s; there are %s"
                        .formatted(name, String.join(", ", Projections.NAMES)));
            }
        }
        return all ? Projections.NAMES : List.copyOf(new LinkedHashSet<>(named));
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(headless.commandLine(), sentence);
    }

    private int giveUp(List<String> wanted) {
        try (var context = headless.looking(Part.FACTS, Part.PROJECTIONS, Part.AUDIT)) {
            Rebuildables projections = context.getBean(Rebuildables.class);
            AuditTrail trail = context.getBean(AuditTrail.class);
            boolean allWere = true;
            for (String name : wanted) {
                boolean was = projections.cancel(name);
                if (was) {
                    trail.note(Note.of(Kind.REBUILD_CANCELLED).byOperator().about(name));
                }
                allWere &= was;
                say(name + (was ? ": the rebuild is cancelled" : ": is not being rebuilt"));
            }
            return allWere || all ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private int rebuild(List<String> wanted) throws InterruptedException {
        try (var context = headless.working(Part.FACTS, Part.PROJECTIONS, Part.AUDIT);
                Display display = display()) {
            Rebuildables projections = context.getBean(Rebuildables.class);
            AuditTrail trail = context.getBean(AuditTrail.class);
            Watch watch = new Watch(projections, display);
            projections.all().stream()
                    .filter(projection -> wanted.contains(projection.name()))
                    .forEach(projection -> watch.follow(projection.name(), projection.generation()));
            for (String name : wanted) {
                if (projections.rebuild(name)) {
                    trail.note(Note.of(Kind.REBUILD_BEGUN).byOperator().about(name));
                } else {
                    say(name + ": is being rebuilt already; this shows how far it is");
                }
            }
            Thread farewell = farewell(context, wanted);
            Runtime.getRuntime().addShutdownHook(farewell);
            boolean allServe = watch.untilTheEnd();
            Runtime.getRuntime().removeShutdownHook(farewell);
            return allServe ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private Display display() {
        PrintWriter out = headless.out();
        Console console = System.console();
        return console != null && console.isTerminal() ? new Bars(out) : new Lines(out);
    }

    /**
     * Prints on Ctrl-C that the rebuild is not cancelled, and what continues it. Whether other nodes are running is
     * looked up beforehand, as that is no longer possible while the process ends.
     */
    private Thread farewell(ApplicationContext context, List<String> wanted) {
        boolean others = context.getBean(Nodes.class).areSeveral();
        Thread watching = Thread.currentThread();
        return new Thread(
                () -> {
                    watching.interrupt();
                    say("");
                    say(
                            others
                                    ? "Not cancelled: the running service goes on with it."
                                    : "Not cancelled: it goes on from here when the service starts, or with the same command.");
                    say("To give it up: rebuild --cancel " + String.join(" ", wanted));
                },
                "farewell");
    }

    private void say(String sentence) {
        headless.out().println(sentence);
        headless.out().flush();
    }
}

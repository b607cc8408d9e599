package com.emlyon.connect.bench.table;

import com.emlyon.connect.bench.feed.FeedPart;
import com.emlyon.connect.bench.lists.ListPart;
import com.emlyon.connect.bench.lists.Nginx;
import com.emlyon.connect.bench.load.WritePart;
import com.emlyon.connect.bench.order.AppendPart;
import com.emlyon.connect.bench.part.Compared;
import com.emlyon.connect.bench.part.Scale;
import com.emlyon.connect.bench.part.ServicePart;
import com.emlyon.connect.bench.replay.RebuildPart;
import com.emlyon.connect.bench.service.Contender;
import com.emlyon.connect.bench.service.Population;
import com.emlyon.connect.bench.service.RunningService;
import com.emlyon.connect.bench.service.ServiceInside;
import com.emlyon.connect.bench.service.Students;
import com.emlyon.connect.bench.table.Figures.Measurement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * Measures an installed program, or several beside each other, on fresh data that it makes itself, and prints a table in Markdown:
 * medians, lowest and highest, and ratios of the same round to the rival of a figure and to the first program. The arguments are those
 * of {@link Options}.
 */
public final class WholeTable {

    /** What a client asks for that does not want everything. */
    private static final List<String> PAGES = List.of(
            "/api/checkins?bbox=4.8,45.7,4.9,45.8&limit=100",
            "/api/events?limit=50",
            "/api/users?q=%C3%89tudiante%209&limit=20");

    private final Options options;
    private final Path folder;
    private final Consumer<String> lines;

    private WholeTable(Options options, Path folder, Consumer<String> lines) {
        this.options = options;
        this.folder = folder;
        this.lines = lines;
    }

    /** Runs and prints. */
    @SuppressWarnings("SystemOut") // the figures are what a benchmark is run for
    public static void main(String[] arguments) throws Exception {
        measure(Options.of(arguments), System.out::println);
    }

    /** Measures, and hands over the lines of the table as soon as they are known. */
    static void measure(Options options, Consumer<String> lines) throws Exception {
        Path folder = Files.createTempDirectory("bench");
        try {
            new WholeTable(options, folder, lines).run();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void run() throws Exception {
        lines.accept("| | " + String.join(" | ", headings()) + " | rival | ratio to the rival |");
        lines.accept("|---" + "|---".repeat(headings().size() + 2) + "|");
        if (options.needsServices()) {
            measureServices();
        }
        measureInside();
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>();
        for (Path installation : options.installations()) {
            headings.add(installation.toString());
            if (headings.size() > 1) {
                headings.add("ratio to the first");
            }
        }
        return headings;
    }

    private void measureServices() throws Exception {
        List<Contender> contenders = new ArrayList<>();
        try (Services services = new Services()) {
            for (Path installation : options.installations()) {
                contenders.add(contender(services, "contender-" + contenders.size(), installation));
            }
            Optional<Nginx> nginx = options.parts().contains(Options.LISTS) ? Nginx.startIfPresent() : Optional.empty();
            try {
                for (ServicePart part : partsOfAService(nginx)) {
                    print(
                            part,
                            contenders.stream()
                                    .<Measurement>map(contender -> () -> part.measure(contender))
                                    .toList());
                }
            } finally {
                nginx.ifPresent(Nginx::close);
            }
        }
    }

    private Contender contender(Services services, String name, Path installation) throws Exception {
        Scale scale = options.scale();
        Path data = folder.resolve(name);
        if (scale.students() > scale.studentsWhoAct()) {
            Population.fill(
                    data,
                    scale.students() - scale.studentsWhoAct(),
                    scale.events() - scale.eventsJoined(),
                    scale.attendees());
        }
        RunningService service = services.start(installation, data);
        Students students = Students.register(service.base(), scale.studentsWhoAct());
        students.checkAllIn();
        return new Contender(
                name, installation, service, students, students.createEvents(scale.eventsJoined(), scale.attendees()));
    }

    private List<ServicePart> partsOfAService(Optional<Nginx> nginx) {
        Scale scale = options.scale();
        List<ServicePart> parts = new ArrayList<>();
        if (options.parts().contains(Options.STARTS)) {
            parts.add(new StartPart(folder.resolve("starts")));
        }
        if (options.parts().contains(Options.LISTS)) {
            for (String path : List.of("/api/checkins", "/api/events", "/api/users")) {
                parts.add(new ListPart(path, false, scale.seconds(), nginx));
                parts.add(new ListPart(path, true, scale.seconds(), nginx));
            }
            for (String path : PAGES) {
                parts.add(new ListPart(path, false, scale.seconds(), Optional.empty()));
            }
        }
        if (options.parts().contains(Options.WRITES)) {
            parts.add(WritePart.checkIns(scale.seconds()));
            parts.add(WritePart.joining(scale.seconds()));
        }
        if (options.parts().contains(Options.FEED)) {
            parts.add(FeedPart.lists(scale.listClients(), scale.seconds()));
            parts.add(FeedPart.changes(scale.changeClients(), scale.seconds()));
        }
        parts.add(new MemoryPart());
        return parts;
    }

    /** What needs the insides of the service is measured of this version alone, each with a database of its own. */
    private void measureInside() throws Exception {
        if (options.parts().contains(Options.APPENDS)) {
            try (ServiceInside service = ServiceInside.start(folder.resolve("appends"));
                    AppendPart part = new AppendPart(service, options.scale().seconds())) {
                print(part, List.of(part::measure));
            }
        }
        if (options.parts().contains(Options.REBUILD)) {
            try (ServiceInside service = ServiceInside.start(folder.resolve("rebuild"))) {
                RebuildPart part = new RebuildPart(service, options.scale());
                print(part, List.of(part::measure));
            }
        }
    }

    private void print(Compared part, List<Measurement> contenders) throws Exception {
        Figures figures = new Figures(part, contenders);
        figures.measure(options.scale().rounds());
        figures.rows().forEach(lines);
    }

    /** The services that have been started, to be ended together. */
    private static final class Services implements AutoCloseable {

        private final List<RunningService> started = new ArrayList<>();

        RunningService start(Path installation, Path data) throws Exception {
            RunningService service = RunningService.start(installation, data);
            started.add(service);
            return service;
        }

        @Override
        public void close() {
            started.forEach(RunningService::close);
        }
    }
}

package com.emlyon.connect.bench.feed;

import com.emlyon.connect.bench.Median;
import com.emlyon.connect.bench.part.ServicePart;
import com.emlyon.connect.bench.service.Contender;
import com.emlyon.connect.bench.service.ServerProcess;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** How late clients of the feed are told check-ins, of which some are made each second. */
public final class FeedPart implements ServicePart {

    private static final double PER_SECOND = 10;

    private final Plan.Mode mode;
    private final int clients;
    private final double seconds;

    private FeedPart(Plan.Mode mode, int clients, double seconds) {
        this.mode = mode;
        this.clients = clients;
        this.seconds = seconds;
    }

    /** Clients who are sent the whole list after each change. */
    public static ServicePart lists(int clients, double seconds) {
        return new FeedPart(Plan.Mode.LISTS, clients, seconds);
    }

    /** Clients who are sent the changes. */
    public static ServicePart changes(int clients, double seconds) {
        return new FeedPart(Plan.Mode.CHANGES, clients, seconds);
    }

    @Override
    public Map<String, Double> measure(Contender contender) throws Exception {
        int changes = (int) Math.max(PER_SECOND, PER_SECOND * seconds);
        Plan plan = new Plan(
                contender.service().base(),
                contender.service().pid(),
                Path.of("unused"),
                contender.students().count(),
                clients,
                mode,
                0,
                changes,
                PER_SECOND,
                changes / 2,
                false);
        ServerProcess process = contender.service().process();
        try (Crowd crowd = new Crowd(plan)) {
            crowd.connect(contender.students());
            MarkedCheckIns checkIns = new MarkedCheckIns(plan, contender.students(), crowd);
            checkIns.make(plan.warmUp());
            crowd.measureAnew();
            double cpu = process.cpuSeconds();
            long start = System.nanoTime();
            checkIns.make(plan.changes());
            double elapsed = (System.nanoTime() - start) / 1e9;
            String name = "%,d clients of the feed, %s, "
                    .formatted(clients, mode.name().toLowerCase(Locale.ROOT));
            return Map.of(
                    name + "p99 ms",
                    Median.quantile(crowd.millis(mode), 0.99),
                    name + "% of a core",
                    (process.cpuSeconds() - cpu) / elapsed * 100);
        }
    }
}

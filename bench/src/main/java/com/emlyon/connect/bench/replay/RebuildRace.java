package com.emlyon.connect.bench.replay;

import com.emlyon.connect.app.EmlyonConnect;
import com.emlyon.connect.bench.Median;
import com.emlyon.connect.query.projection.Projection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Builds the view of check-ins from a long history in three ways, in turn, several rounds: our rebuild; Axon's replay with its
 * defaults, for some seconds; and the floor, which reads with a cursor, decodes, and writes batches in one thread.
 * Arguments: JDBC URL of an empty database, facts (1,000,000), students (100,000), rounds (3), seconds for Axon (20).
 */
public final class RebuildRace {

    private RebuildRace() {}

    /** Runs all, prints a table of medians. */
    @SuppressWarnings("SystemOut") // the figures are what a benchmark is run for
    public static void main(String[] arguments) throws Exception {
        int facts = argument(arguments, 1, 1_000_000);
        int students = argument(arguments, 2, 100_000);
        int rounds = argument(arguments, 3, 3);
        int seconds = argument(arguments, 4, 20);
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(EmlyonConnect.class)
                .web(WebApplicationType.NONE)
                .run("--DATABASE_URL=" + arguments[0], "--logging.level.root=warn")) {
            // The view would be kept up to date while it is measured.
            service.getBean("projectionThreads", SmartLifecycle.class).stop();
            MadeHistory.in(service.getBean(JdbcClient.class), facts, students);
            Projection projection = service.getBeansOfType(Projection.class).values().stream()
                    .filter(any -> any.name().equals("check-ins"))
                    .findFirst()
                    .orElseThrow();
            Map<String, Replay> ways = new LinkedHashMap<>();
            ways.put("read, decode and write in one thread (floor)", new Floor(service, arguments[0]));
            ways.put("our rebuild", new OurRebuild(service, projection));
            ways.put("Axon's replay with its defaults", new AxonsReplay(service, projection, seconds));
            print(facts, measure(ways, rounds));
        }
    }

    private static Map<String, List<Double>> measure(Map<String, Replay> ways, int rounds) throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Replay> way : ways.entrySet()) {
                rates.computeIfAbsent(way.getKey(), key -> new ArrayList<>())
                        .add(way.getValue().factsPerSecond());
            }
        }
        return rates;
    }

    @SuppressWarnings("SystemOut") // the figures are what a benchmark is run for
    private static void print(int facts, Map<String, List<Double>> rates) {
        double floor = Median.of(rates.values().iterator().next());
        System.out.printf("%,d facts%n", facts);
        rates.forEach((way, all) -> System.out.printf(
                "| %s | %,.0f facts/s (%,.0f to %,.0f) | %.2f |%n",
                way, Median.of(all), Median.quantile(all, 0), Median.quantile(all, 1), Median.of(all) / floor));
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}

package com.emlyon.connect.bench.lists;

import com.emlyon.connect.bench.Median;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the lists as fast as the service answers, in turn with nginx that serves the same bytes from files, and prints rates and their
 * ratio. Needs {@code wrk} and {@code nginx} on the path, and a service without data that does not throttle. Arguments: base URL,
 * rounds (5), seconds for each measurement (5), students (1000), events (300).
 */
public final class ListLoad {

    private static final List<String> PATHS = List.of("/api/checkins", "/api/events", "/api/users");
    private static final int CONNECTIONS = 32;
    private static final int ATTENDEES = 20;

    private ListLoad() {}

    /** Runs and prints. */
    @SuppressWarnings("SystemOut") // the figures are what a benchmark is run for
    public static void main(String[] arguments) throws Exception {
        URI service = URI.create(arguments[0]);
        int rounds = argument(arguments, 1, 5);
        int seconds = argument(arguments, 2, 5);
        ListedData data =
                ListedData.make(service, argument(arguments, 3, 1_000), argument(arguments, 4, 300), ATTENDEES);
        String token = "Authorization: Bearer " + data.token();
        try (Nginx nginx = new Nginx(Files.createTempDirectory("lists"))) {
            for (String path : PATHS) {
                byte[] list = data.read(path);
                nginx.serve(path, list);
                System.out.printf("%s, %d bytes%n", path, list.length);
                compare(
                        "whole",
                        rounds,
                        seconds,
                        service.resolve(path),
                        nginx.base().resolve(path),
                        List.of(token),
                        List.of());
                compare(
                        "304",
                        rounds,
                        seconds,
                        service.resolve(path),
                        nginx.base().resolve(path),
                        List.of(token, "If-None-Match: " + data.tag(path)),
                        List.of("If-None-Match: *"));
            }
        }
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    /** The first round warms up. */
    @SuppressWarnings("SystemOut")
    private static void compare(
            String what, int rounds, int seconds, URI service, URI nginx, List<String> toService, List<String> toNginx)
            throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> lateness = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            Wrk.Result theirResult = Wrk.run(nginx, CONNECTIONS, seconds, toNginx);
            Wrk.Result ourResult = Wrk.run(service, CONNECTIONS, seconds, toService);
            if (round > 0) {
                ours.add(ourResult.perSecond());
                theirs.add(theirResult.perSecond());
                ratios.add(ourResult.perSecond() / theirResult.perSecond());
                lateness.add(ourResult.p99Millis() / theirResult.p99Millis());
            }
        }
        System.out.printf(
                "  %s: %.0f/s, nginx %.0f/s, ratio %.2f (%.2f to %.2f), p99 %.1f times that of nginx%n",
                what,
                Median.of(ours),
                Median.of(theirs),
                Median.of(ratios),
                Median.quantile(ratios, 0),
                Median.quantile(ratios, 1),
                Median.of(lateness));
    }
}

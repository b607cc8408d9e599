package com.emlyon.connect.bench.lists;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator {@code wrk}: one thread, connections that each ask again as soon as they have their answer. */
final class Wrk {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern LATE = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");

    private Wrk() {}

    /** Asks for one address for some seconds. */
    static Result run(URI address, int connections, int seconds, List<String> headers)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c" + connections, "-d" + seconds, "--latency"));
        headers.forEach(header -> command.addAll(List.of("-H", header)));
        command.add(address.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        Matcher late = LATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find() || !late.find() || said.contains("Non-2xx or 3xx")) {
            throw new IllegalStateException(said);
        }
        double unit = switch (late.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1_000;
        };
        return new Result(Double.parseDouble(rate.group(1)), Double.parseDouble(late.group(1)) * unit);
    }

    /**
     * What came of it.
     *
     * @param perSecond answers in a second
     * @param p99Millis only one of hundred answers took longer, in milliseconds
     */
    record Result(double perSecond, double p99Millis) {}
}

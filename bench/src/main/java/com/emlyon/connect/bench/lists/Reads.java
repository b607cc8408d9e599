package com.emlyon.connect.bench.lists;

import com.emlyon.connect.bench.load.ClosedLoop;
import com.emlyon.connect.bench.load.ClosedLoop.Load;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Connections that each ask for an address again as soon as they have their answer: by {@code wrk} where it is present, else by a client in Java. */
public final class Reads {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern LATE = Pattern.compile("(50|99)%\\s+([\\d.]+)(us|ms|s)");

    private Reads() {}

    /** Asks for some seconds. */
    public static Load of(URI address, int connections, double seconds, List<String> headers) throws Exception {
        return Programs.isPresent("wrk")
                ? byWrk(address, connections, seconds, headers)
                : byJava(address, connections, seconds, headers);
    }

    private static Load byJava(URI address, int connections, double seconds, List<String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(header ->
                request.header(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 2)));
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return ClosedLoop.run(connections, seconds, caller -> {
                int status =
                        http.send(request.build(), BodyHandlers.discarding()).statusCode();
                if (status >= 400) {
                    throw new IllegalStateException(address + ": " + status);
                }
            });
        }
    }

    private static Load byWrk(URI address, int connections, double seconds, List<String> headers)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("wrk", "-t1", "-c" + connections, "-d" + Math.max(1, Math.round(seconds)), "--latency"));
        headers.forEach(header -> command.addAll(List.of("-H", header)));
        command.add(address.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        Matcher late = LATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find() || !late.find() || said.contains("Non-2xx or 3xx")) {
            throw new IllegalStateException(said);
        }
        double half = millis(late);
        if (!late.find()) {
            throw new IllegalStateException(said);
        }
        return new Load(Double.parseDouble(rate.group(1)), half, millis(late));
    }

    private static double millis(Matcher late) {
        double unit = switch (late.group(3)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1_000;
        };
        return Double.parseDouble(late.group(2)) * unit;
    }
}

package com.emlyon.connect.bench.lists;

import com.emlyon.connect.bench.load.ClosedLoop;
import com.emlyon.connect.bench.load.ClosedLoop.Load;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Connections that each ask for an address again as soon as they have their answer: by {@code wrk} where it is present, else by a client in Java. */
public final class Reads {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern LATE = Pattern.compile("(50|99)%\\s+([\\d.]+)(us|ms|s)");

    private Reads() {}

    /**
     * Asks for some seconds.
     *
     * @param readers the headers of each of those who ask; there are as many connections
     */
    public static Load of(URI address, double seconds, List<Map<String, String>> readers) throws Exception {
        return Programs.isPresent("wrk") ? byWrk(address, seconds, readers) : byJava(address, seconds, readers);
    }

    private static Load byJava(URI address, double seconds, List<Map<String, String>> readers) throws Exception {
        List<HttpRequest> requests = readers.stream()
                .map(headers -> {
                    HttpRequest.Builder request = HttpRequest.newBuilder(address);
                    headers.forEach(request::header);
                    return request.build();
                })
                .toList();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return ClosedLoop.run(readers.size(), seconds, reader -> {
                int status = http.send(requests.get(reader), BodyHandlers.discarding())
                        .statusCode();
                if (status >= 400) {
                    throw new IllegalStateException(address + ": " + status);
                }
            });
        }
    }

    private static Load byWrk(URI address, double seconds, List<Map<String, String>> readers)
            throws IOException, InterruptedException {
        Path script = Files.createTempFile("readers", ".lua");
        try {
            Files.writeString(script, script(readers));
            return byWrk(List.of(
                    "wrk",
                    "-t1",
                    "-c" + readers.size(),
                    "-d" + Math.max(1, Math.round(seconds)),
                    "--latency",
                    "-s",
                    script.toString(),
                    address.toString()));
        } finally {
            Files.delete(script);
        }
    }

    /** Has the requests of all readers ready, and sends them in turn. */
    private static String script(List<Map<String, String>> readers) {
        String headers = readers.stream()
                .map(reader -> reader.entrySet().stream()
                        .map(header -> "[ %s ] = %s".formatted(quoted(header.getKey()), quoted(header.getValue())))
                        .collect(Collectors.joining(", ", "{", "}")))
                .collect(Collectors.joining(",\n"));
        return """
                local readers = {%s}
                local requests = {}
                local next = 0
                function init(arguments)
                  for i, headers in ipairs(readers) do requests[i] = wrk.format("GET", nil, headers) end
                end
                function request()
                  next = next %% #requests + 1
                  return requests[next]
                end
                """.formatted(headers);
    }

    private static String quoted(String text) {
        return "[=[" + text + "]=]";
    }

    private static Load byWrk(List<String> command) throws IOException, InterruptedException {
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

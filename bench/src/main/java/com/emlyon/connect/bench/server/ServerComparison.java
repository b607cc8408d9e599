package com.emlyon.connect.bench.server;

import com.emlyon.connect.bench.Median;
import com.emlyon.connect.bench.feed.Handshake;
import com.emlyon.connect.bench.feed.Handshake.Opened;
import com.emlyon.connect.bench.feed.Listener;
import com.emlyon.connect.bench.feed.Plan.Mode;
import com.emlyon.connect.bench.lists.Reads;
import com.emlyon.connect.bench.load.ClosedLoop.Load;
import com.emlyon.connect.bench.service.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Measures web servers in turn, each in a process of its own with the same heap: how late clients of WebSocket are sent a text, what that
 * costs the processor and the memory, and how many answers with ready bytes are given a second.
 */
final class ServerComparison {

    private static final List<String> SERVERS = List.of("tomcat", "tomcat-one-thread", "jetty");
    private static final int LIST_BYTES = 386_000;
    private static final int CHANGE_BYTES = 610;
    private static final double PER_SECOND = 10;

    private final double seconds;
    private final Map<String, List<Double>> figures = new TreeMap<>();

    private ServerComparison(double seconds) {
        this.seconds = seconds;
    }

    /** Arguments: rounds, and seconds for each figure. */
    @SuppressWarnings("SystemOut") // the figures are what a benchmark is run for
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        ServerComparison comparison = new ServerComparison(arguments.length > 1 ? Double.parseDouble(arguments[1]) : 5);
        for (int round = 0; round < rounds; round++) {
            for (String server : SERVERS) {
                comparison.fanOut(server, 200, LIST_BYTES);
                comparison.fanOut(server, 5_000, CHANGE_BYTES);
                if (!server.endsWith("thread")) {
                    comparison.answers(server);
                }
            }
        }
        comparison.figures.forEach((name, values) -> System.out.printf(
                "%-60s %10.1f (%.1f to %.1f)%n",
                name,
                Median.of(values),
                values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow()));
    }

    private void note(String name, double value) {
        figures.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private void fanOut(String server, int clients, int size) throws Exception {
        String name = "%,d clients, %,d bytes, %s: ".formatted(clients, size, server);
        Process process = start(server, size);
        Selector selector = Selector.open();
        try {
            URI base = baseOf(process);
            ServerProcess seen = new ServerProcess(process.pid());
            long before = seen.residentBytes();
            List<Double> millis = new ArrayList<>();
            connect(new Handshake(base, false), clients, selector, millis);
            readFor(selector, seconds);
            millis.clear();
            double cpu = seen.cpuSeconds();
            readFor(selector, seconds);
            note(name + "% of a core", (seen.cpuSeconds() - cpu) / seconds * 100);
            note(name + "p50 ms", Median.quantile(millis, 0.5));
            note(name + "p99 ms", Median.quantile(millis, 0.99));
            note(name + "texts that came, of those that should", millis.size() / (clients * PER_SECOND * seconds));
            note(name + "KiB of memory for each", (seen.residentBytes() - before) / 1_024.0 / clients);
        } finally {
            process.destroyForcibly().onExit().join();
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        }
    }

    private static void connect(Handshake handshake, int clients, Selector selector, List<Double> millis)
            throws IOException {
        for (int i = 0; i < clients; i++) {
            Opened opened = handshake.open("none", Mode.LISTS, true);
            opened.channel().configureBlocking(false);
            Listener listener = new Listener(
                    opened.channel(),
                    Mode.LISTS,
                    read -> millis.add(
                            (System.nanoTime() - read.numberBehind(ServerUnderTest.MARK, ServerUnderTest.DIGITS))
                                    / 1e6));
            listener.take(opened.behind());
            opened.channel().register(selector, SelectionKey.OP_READ, listener);
            if (i % 50 == 0) {
                readFor(selector, 0);
            }
        }
    }

    private static void readFor(Selector selector, double time) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1_024);
        long end = System.nanoTime() + Math.round(time * 1e9);
        do {
            selector.select(
                    key -> {
                        try {
                            ((Listener) key.attachment()).read(buffer);
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        }
                    },
                    Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        } while (System.nanoTime() < end);
    }

    private void answers(String server) throws Exception {
        Process process = start(server, CHANGE_BYTES);
        try {
            URI list = baseOf(process).resolve("/list");
            List<Map<String, String>> readers = Collections.nCopies(32, Map.of());
            Load warmUp = Reads.of(list, seconds, readers);
            Load load = Reads.of(list, seconds, readers);
            note("GET of %,d bytes, %s: answers/s".formatted(LIST_BYTES, server), load.perSecond());
            note("GET of %,d bytes, %s: p99 ms".formatted(LIST_BYTES, server), load.p99Millis());
            note("GET of %,d bytes, %s: answers/s of the warm-up".formatted(LIST_BYTES, server), warmUp.perSecond());
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private static Process start(String server, int size) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerUnderTest.class.getName(),
                        server,
                        String.valueOf(size),
                        String.valueOf(LIST_BYTES),
                        String.valueOf(PER_SECOND))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static URI baseOf(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String port = said.lines()
                .filter(line -> line.startsWith(ServerUnderTest.PORT))
                .findFirst()
                .orElseThrow(() -> new IOException("The server has ended"));
        return URI.create("http://127.0.0.1:" + port.substring(ServerUnderTest.PORT.length()));
    }
}

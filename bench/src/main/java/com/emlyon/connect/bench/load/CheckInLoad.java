package com.emlyon.connect.bench.load;

import com.emlyon.connect.bench.Median;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Lets students check in as fast as the service answers, and prints the rate and how long an answer took. How long the
 * answers waited for the view, the service itself tells at {@code /actuator/prometheus} as
 * {@code connect_read_your_writes_seconds}. Arguments: base URL, students (16), seconds (20).
 */
public final class CheckInLoad {

    private CheckInLoad() {}

    /** Runs and prints. */
    @SuppressWarnings("SystemOut") // the figures are what a benchmark is run for
    public static void main(String[] arguments) throws Exception {
        URI base = URI.create(arguments[0]);
        int students = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
        double seconds = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 20;
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < students; i++) {
            clients.add(Client.register(HttpClient.newHttpClient(), base));
        }
        run(clients, seconds / 4);
        List<Double> millis = run(clients, seconds);
        System.out.printf(
                "%d students: %.0f check-ins/s, answer p50 %.1f ms, p99 %.1f ms, slowest %.1f ms%n",
                students,
                millis.size() / seconds,
                Median.of(millis),
                Median.quantile(millis, 0.99),
                Median.quantile(millis, 1));
    }

    private static List<Double> run(List<Client> clients, double seconds) throws InterruptedException {
        List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch ended = new CountDownLatch(clients.size());
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (Client client : clients) {
            Thread.ofPlatform().start(() -> {
                try {
                    while (System.nanoTime() < end) {
                        millis.add(client.checkIn());
                    }
                } catch (IOException failure) {
                    throw new IllegalStateException(failure);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } finally {
                    ended.countDown();
                }
            });
        }
        ended.await();
        return List.copyOf(millis);
    }
}

package com.emlyon.connect.promise.durable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A student who writes without pause, and remembers what the service has acknowledged. */
final class Writer {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;
    private final Random random;
    private final String account;
    private final String token;

    final Queue<String> checkIns = new ConcurrentLinkedQueue<>();
    final Queue<String> events = new ConcurrentLinkedQueue<>();
    final Queue<String> joined = new ConcurrentLinkedQueue<>();

    private Writer(URI base, Random random, String account, String token) {
        this.base = base;
        this.random = random;
        this.account = account;
        this.token = token;
    }

    static Writer register(URI base, int number, Random random) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(base.resolve("/api/auth/register"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"email\":\"writer%d@emlyon.com\",\"password\":\"un mot pour durer\",\"name\":\"Writer %d\"}"
                                        .formatted(number, number)))
                        .build(),
                BodyHandlers.ofString());
        JsonNode data = JsonMapper.shared().readTree(answer.body()).get("data");
        return new Writer(
                base,
                random,
                data.at("/user/id").stringValue(),
                data.get("token").stringValue());
    }

    String account() {
        return account;
    }

    /** Writes until the service can no longer be reached; every way in which that shows is fine. */
    void writeUntilItDies(List<Writer> all) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                writeSomething(all);
            }
        } catch (IOException dead) {
            // What was under way was not acknowledged, so nothing is promised about it.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeSomething(List<Writer> all) throws IOException, InterruptedException {
        switch (random.nextInt(6)) {
            case 0 -> createEvent();
            case 1 -> join(all.get(random.nextInt(all.size())));
            default -> checkIn();
        }
    }

    private void checkIn() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                post("/api/checkins", "{\"locationName\":\"Le Sucre\",\"latitude\":45.7489,\"longitude\":4.8181}");
        if (answer.statusCode() == 201) {
            checkIns.add(idIn(answer));
        }
    }

    private void createEvent() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                post("/api/events", "{\"title\":\"Afterwork\",\"description\":\"Un verre\",\"date\":\"2027-03-01\"}");
        if (answer.statusCode() == 201) {
            events.add(idIn(answer));
        }
    }

    private void join(Writer other) throws IOException, InterruptedException {
        List<String> known = List.copyOf(other.events);
        if (!known.isEmpty()) {
            String event = known.get(random.nextInt(known.size()));
            if (post("/api/events/" + event + "/attend", "{}").statusCode() == 200) {
                joined.add(event + " " + account);
            }
        }
    }

    private static String idIn(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).at("/data/id").stringValue();
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /** What the service answers to a question of this student's. */
    JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return JsonMapper.shared()
                .readTree(HTTP.send(request, BodyHandlers.ofString()).body())
                .get("data");
    }
}

package com.emlyon.connect.bench.lists;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Students who are all somewhere, and events in which some of them take part, made through the routes. */
final class ListedData {

    private static final int AT_ONCE = 16;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final List<String> tokens = new ArrayList<>();

    private ListedData(URI service) {
        this.service = service;
    }

    /** Registers the students, checks them in, and makes the events. */
    static ListedData make(URI service, int students, int events, int attendees) throws Exception {
        ListedData data = new ListedData(service);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> registrations = new ArrayList<>();
            for (int i = 0; i < students; i++) {
                int number = i;
                registrations.add(threads.submit(() -> data.student(number)));
            }
            for (Future<String> registration : registrations) {
                data.tokens.add(registration.get());
            }
            List<Future<Void>> made = new ArrayList<>();
            for (int i = 0; i < events; i++) {
                int number = i;
                made.add(threads.submit(() -> data.event(number, attendees)));
            }
            for (Future<Void> event : made) {
                event.get();
            }
        }
        return data;
    }

    /** The token of one of the students. */
    String token() {
        return tokens.getFirst();
    }

    /** What a route answers. */
    byte[] read(String path) throws IOException, InterruptedException {
        return answer(path).body();
    }

    /** The entity tag of what a route answers. */
    String tag(String path) throws IOException, InterruptedException {
        return answer(path).headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<byte[]> answer(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(service.resolve(path))
                        .header("Authorization", "Bearer " + token())
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private String student(int number) throws IOException, InterruptedException {
        String token = post("/api/auth/register", "", """
                        {"email":"%s@emlyon.com","password":"a load of work","name":"Étudiante %d","promotion":"M2 Dev"}
                        """.formatted(UUID.randomUUID(), number))
                .at("/data/token")
                .stringValue();
        post("/api/checkins", token, """
                {"locationName":"Le Sucre %d","latitude":45.7489,"longitude":4.8181,"statusEmoji":"🎵"}
                """.formatted(number));
        return token;
    }

    private Void event(int number, int attendees) throws IOException, InterruptedException {
        String id = post("/api/events", tokens.get(number % tokens.size()), """
                        {"title":"Gala %d","description":"%s","date":"2031-05-01T20:00:00.000Z"}
                        """.formatted(
                                number, "Au parc, jusqu’à l’aube. ".repeat(8)))
                .at("/data/id")
                .stringValue();
        for (int i = 1; i < attendees; i++) {
            post("/api/events/" + id + "/attend", tokens.get((number + i) % tokens.size()), "");
        }
        return null;
    }

    private JsonNode post(String path, String token, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}

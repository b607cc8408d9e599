package com.emlyon.connect.bench.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Students with tokens who use a service through its routes. By any thread. */
public final class Students {

    private static final int AT_ONCE = 16;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final List<String> tokens;

    private Students(URI service, List<String> tokens) {
        this.service = service;
        this.tokens = tokens;
    }

    /** Registers so many. */
    public static Students register(URI service, int count) throws InterruptedException, ExecutionException {
        Students students = new Students(service, new ArrayList<>());
        students.registerUpTo(count);
        return students;
    }

    /** The same, but those of an earlier run against the same data first, whose tokens are in a file. */
    public static Students register(URI service, int count, Path kept)
            throws IOException, InterruptedException, ExecutionException {
        List<String> tokens = new ArrayList<>(Files.exists(kept) ? Files.readAllLines(kept) : List.of());
        Students students = new Students(service, tokens);
        students.registerUpTo(count);
        Files.write(kept, tokens);
        tokens.subList(count, tokens.size()).clear();
        return students;
    }

    private void registerUpTo(int count) throws InterruptedException, ExecutionException {
        tokens.addAll(together(IntStream.range(tokens.size(), count)
                .<Callable<String>>mapToObj(number -> () -> register(number))
                .toList()));
    }

    private String register(int number) throws IOException, InterruptedException {
        return call("POST", "/api/auth/register", "", """
                        {"email":"%s@emlyon.com","password":"a load of work","name":"Étudiante %d","promotion":"M2 Dev"}
                        """.formatted(UUID.randomUUID(), number))
                .at("/data/token")
                .stringValue();
    }

    /** How many they are. */
    public int count() {
        return tokens.size();
    }

    /** The token of one of them; the numbers begin anew behind the last one. */
    public String token(int student) {
        return tokens.get(student % tokens.size());
    }

    /** Checks all of them in. */
    public void checkAllIn() throws InterruptedException, ExecutionException {
        together(IntStream.range(0, tokens.size())
                .<Callable<Void>>mapToObj(number -> () -> {
                    checkIn(number, "Le Sucre " + number);
                    return null;
                })
                .toList());
    }

    /** Creates so many events, each with so many who take part; answers with their ids. */
    public List<String> createEvents(int count, int attendees) throws InterruptedException, ExecutionException {
        return together(IntStream.range(0, count)
                .<Callable<String>>mapToObj(number -> () -> {
                    String event = createEvent(number, "Gala " + number);
                    for (int i = 1; i < attendees; i++) {
                        join(number + i, event);
                    }
                    return event;
                })
                .toList());
    }

    static <T> List<T> together(List<Callable<T>> actions) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<T> result : threads.invokeAll(actions)) {
                results.add(result.get());
            }
        }
        return results;
    }

    /** Checks a student in at a place. */
    public void checkIn(int student, String place) throws IOException, InterruptedException {
        call("POST", "/api/checkins", token(student), """
                {"locationName":"%s","latitude":45.7489,"longitude":4.8181,"statusEmoji":"🎵"}
                """.formatted(place));
    }

    /** Lets a student create an event; answers with its id. */
    public String createEvent(int student, String title) throws IOException, InterruptedException {
        return call("POST", "/api/events", token(student), """
                        {"title":"%s","description":"%s","date":"2031-05-01T20:00:00.000Z"}
                        """.formatted(title, "Au parc, jusqu’à l’aube. ".repeat(8)))
                .at("/data/id")
                .stringValue();
    }

    /** Lets a student take part in an event. */
    public void join(int student, String event) throws IOException, InterruptedException {
        call("POST", "/api/events/" + event + "/attend", token(student), "");
    }

    /** Lets a student no longer take part. */
    public void leave(int student, String event) throws IOException, InterruptedException {
        call("DELETE", "/api/events/" + event + "/attend", token(student), "");
    }

    /** What a route answers one of them. */
    public HttpResponse<byte[]> read(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token(0))
                .build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    private JsonNode call(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        // X-View says that the answer did not wait for the views: it came too early to count.
        if (answer.statusCode() / 100 != 2
                || answer.headers().firstValue("X-View").isPresent()) {
            throw new IllegalStateException("%s %s: %d %s %s"
                    .formatted(
                            method, path, answer.statusCode(), answer.headers().map(), answer.body()));
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}

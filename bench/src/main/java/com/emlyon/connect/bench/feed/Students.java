package com.emlyon.connect.bench.feed;

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
import tools.jackson.databind.json.JsonMapper;

/** The students who check in. Registering costs a slow hash, so their tokens are kept for the next run. */
final class Students {

    private static final int AT_ONCE = 8;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final List<String> tokens;

    private Students(URI base, List<String> tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    /** Takes those of an earlier run, registers who is missing, and checks everybody in. */
    static Students of(URI base, Path kept, int count) throws Exception {
        List<String> tokens = new ArrayList<>(Files.exists(kept) ? Files.readAllLines(kept) : List.of());
        Students students = new Students(base, tokens);
        tokens.addAll(together(IntStream.range(tokens.size(), count)
                .<Callable<String>>mapToObj(i -> () -> students.register(i))
                .toList()));
        Files.write(kept, tokens);
        tokens.subList(count, tokens.size()).clear();
        together(IntStream.range(0, count)
                .<Callable<String>>mapToObj(i -> () -> students.checkIn(i, "Le Sucre " + i))
                .toList());
        return students;
    }

    private static List<String> together(List<Callable<String>> actions)
            throws InterruptedException, ExecutionException {
        List<String> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<String> result : threads.invokeAll(actions)) {
                results.add(result.get());
            }
        }
        return results;
    }

    String token(int student) {
        return tokens.get(student % tokens.size());
    }

    private String register(int number) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                "/api/auth/register",
                "",
                "{\"email\":\"%s@emlyon.com\",\"password\":\"a load of work\",\"name\":\"Étudiante %d\",\"promotion\":\"M2 Dev\"}"
                        .formatted(UUID.randomUUID(), number));
        return JsonMapper.shared().readTree(answer.body()).at("/data/token").stringValue();
    }

    /** Checks somebody in at a place; answers with what the service has said. */
    String checkIn(int student, String place) throws IOException, InterruptedException {
        return post(
                        "/api/checkins",
                        token(student),
                        "{\"locationName\":\"%s\",\"latitude\":45.7489,\"longitude\":4.8181,\"statusEmoji\":\"🎵\"}"
                                .formatted(place))
                .body();
    }

    private HttpResponse<String> post(String path, String token, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}

package com.emlyon.connect.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A student with a token, for load. */
final class Client {

    private final HttpClient http;
    private final URI base;
    private final String token;

    private Client(HttpClient http, URI base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** Registers a new student. */
    static Client register(HttpClient http, URI base) throws IOException, InterruptedException {
        String body = "{\"email\":\"%s@emlyon.com\",\"password\":\"a load of work\",\"name\":\"Load\"}"
                .formatted(UUID.randomUUID());
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve("/api/auth/register"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        String token =
                JsonMapper.shared().readTree(answer.body()).at("/data/token").stringValue();
        return new Client(http, base, token);
    }

    /** Checks in, and returns how long the answer took, in milliseconds. */
    double checkIn() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/checkins"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(
                        BodyPublishers.ofString(
                                "{\"locationName\":\"Le Sucre\",\"latitude\":45.7489,\"longitude\":4.8181,\"statusEmoji\":\"🎵\"}"))
                .build();
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 201 || answer.headers().firstValue("X-View").isPresent()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.headers() + answer.body());
        }
        return millis;
    }
}

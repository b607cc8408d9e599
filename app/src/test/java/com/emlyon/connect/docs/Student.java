package com.emlyon.connect.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the service as the web client does. */
record Student(HttpClient http, URI service, String account, String token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Registers somebody new. */
    static Student registered(HttpClient http, URI service, String name) {
        String email = "one.click." + UUID.randomUUID() + "@emlyon.com";
        HttpResponse<String> answer = post(
                http,
                service.resolve("/api/auth/register"),
                "",
                Map.of("email", email, "password", "lemotdepasse", "name", name));
        JsonNode data = data(answer);
        return new Student(
                http,
                service,
                data.at("/user/id").stringValue(),
                data.at("/token").stringValue());
    }

    /** Sends the fields to a route that asks for a token. */
    HttpResponse<String> post(String path, Map<String, Object> fields) {
        return post(http, service.resolve(path), token, fields);
    }

    /** The field {@code data} of an answer. */
    static JsonNode data(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).get("data");
    }

    private static HttpResponse<String> post(HttpClient http, URI address, String token, Map<String, Object> fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(fields)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

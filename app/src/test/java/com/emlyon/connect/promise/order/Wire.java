package com.emlyon.connect.promise.order;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** HTTP to one node. */
final class Wire {

    static final String PASSWORD = "lemotdepasse";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI node;

    Wire(URI node) {
        this.node = node;
    }

    /** Registers somebody new under an address that nobody has. */
    Reply register(String name) throws IOException {
        return register(name, UUID.randomUUID() + "@emlyon.com");
    }

    Reply register(String name, String email) throws IOException {
        return send("POST", "/api/auth/register", "", """
                {"email":"%s","password":"%s","name":"%s","promotion":"Dev"}
                """.formatted(email, PASSWORD, name));
    }

    Reply get(String path, String token) throws IOException {
        return send("GET", path, token, BodyPublishers.noBody(), "text/plain");
    }

    /** Sends JSON; without a token when that is empty. */
    Reply send(String method, String path, String token, String json) throws IOException {
        return send(method, path, token, BodyPublishers.ofString(json), "application/json");
    }

    /** Uploads a picture. */
    Reply upload(String token, byte[] png) throws IOException {
        String boundary = "----promise";
        byte[] head = """
                --%s\r
                Content-Disposition: form-data; name="avatar"; filename="moi.png"\r
                Content-Type: image/png\r
                \r
                """.formatted(boundary).getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII);
        return send(
                "POST",
                "/api/users/me/avatar",
                token,
                BodyPublishers.ofByteArrays(List.of(head, png, tail)),
                "multipart/form-data; boundary=" + boundary);
    }

    private Reply send(String method, String path, String token, BodyPublisher body, String contentType)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Reply(response.statusCode(), response.headers(), response.body(), took);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}

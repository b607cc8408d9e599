package com.emlyon.connect.app.installation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.json.JsonMapper;

/** Does what a student does in a session, again and again, so that the JVM learns what the service calls often. */
public final class TrainingRun {

    /** Stays below the limit of writes of one account. */
    private static final int ROUNDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;

    private TrainingRun(URI service) {
        this.service = service;
    }

    /**
     * Does the training run with a new account.
     *
     * @throws IOException when the service does not answer as it should
     */
    public static void on(URI service) throws IOException, InterruptedException {
        TrainingRun run = new TrainingRun(service);
        try (run.http) {
            run.register();
            String token = run.logIn();
            WebSocket feed = run.listen(token);
            for (int round = 0; round < ROUNDS; round++) {
                run.live(token);
            }
            feed.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }
    }

    private void register() throws IOException, InterruptedException {
        post("/api/auth/register", "", """
                {"email":"training@example.org","password":"a password for one run","name":"Training Run","promotion":"2026"}""");
    }

    private String logIn() throws IOException, InterruptedException {
        String answer = post("/api/auth/login", "", """
                {"email":"training@example.org","password":"a password for one run"}""");
        return JsonMapper.shared().readTree(answer).at("/data/token").stringValue();
    }

    private WebSocket listen(String token) {
        CompletableFuture<Void> first = new CompletableFuture<>();
        WebSocket feed = http.newWebSocketBuilder()
                .subprotocols("connect.v2")
                .buildAsync(
                        URI.create("ws://%s:%d/ws?token=%s".formatted(service.getHost(), service.getPort(), token)),
                        new Listener(first))
                .join();
        first.join();
        return feed;
    }

    private void live(String token) throws IOException, InterruptedException {
        post("/api/checkins", token, """
                {"locationName":"Le Sucre","latitude":45.7489,"longitude":4.8181,"statusEmoji":"🎵"}""");
        String event = JsonMapper.shared()
                .readTree(post("/api/events", token, """
                        {"title":"Training","description":"A run","date":"2999-01-01T20:00:00Z"}"""))
                .at("/data/id")
                .stringValue();
        for (String list : new String[] {"/api/checkins", "/api/events", "/api/users", "/api/health"}) {
            get(list, token, "zstd");
            get(list, token, "gzip");
        }
        send(request("/api/events/" + event, token).DELETE());
    }

    private String post(String path, String token, String body) throws IOException, InterruptedException {
        return send(
                request(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private void get(String path, String token, String coding) throws IOException, InterruptedException {
        send(request(path, token).header("Accept-Encoding", coding));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    "%s was answered %d %s".formatted(answer.uri().getPath(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    /** Reads all frames, and signals when the first one has arrived. */
    private record Listener(CompletableFuture<Void> first) implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket feed, CharSequence text, boolean last) {
            first.complete(null);
            return WebSocket.Listener.super.onText(feed, text, last);
        }
    }
}

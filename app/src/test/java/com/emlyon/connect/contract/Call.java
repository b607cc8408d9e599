package com.emlyon.connect.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One request in the making. */
public final class Call {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final HttpRequest.Builder request;
    private final String method;
    private BodyPublisher body = BodyPublishers.noBody();

    Call(HttpClient http, URI uri, String method) {
        this.http = http;
        this.method = method;
        this.request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
    }

    /** With the token of somebody. */
    public Call as(Member member) {
        return bearer(member.token());
    }

    /** With any token. */
    public Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** With one more header line. */
    public Call header(String name, String value) {
        request.header(name, value);
        return this;
    }

    /** By somebody who reads English; without it answers are French. */
    public Call inEnglish() {
        return header("Accept-Language", "en");
    }

    /** With a JSON body. */
    public Call json(String text) {
        return body("application/json", BodyPublishers.ofString(text));
    }

    /** With the body of a form. */
    public Call form(String text) {
        return body("application/x-www-form-urlencoded", BodyPublishers.ofString(text));
    }

    /** With an upload. */
    public Call multipart(Multipart parts) {
        return body(parts.contentType(), BodyPublishers.ofByteArray(parts.bytes()));
    }

    /** With any body. */
    public Call body(String contentType, BodyPublisher content) {
        body = content;
        return header("Content-Type", contentType);
    }

    /** Waits for the answer up to this long, instead of a minute. */
    public Call within(Duration limit) {
        request.timeout(limit);
        return this;
    }

    /** Sends the request and waits for the whole answer. */
    public Answer send() {
        try {
            HttpResponse<byte[]> response =
                    http.send(request.method(method, body).build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

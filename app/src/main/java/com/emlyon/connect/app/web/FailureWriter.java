package com.emlyon.connect.app.web;

import com.emlyon.connect.app.availability.TemporarilyUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a failure where no controller is involved, such as in filters. */
@Component
public class FailureWriter {

    private final JsonMapper json;
    private final Texts texts;

    FailureWriter(JsonMapper json, Texts texts) {
        this.json = json;
        this.texts = texts;
    }

    /** Answers 503 with the time after which the client may retry. */
    public void write(HttpServletRequest request, HttpServletResponse response, TemporarilyUnavailable unavailable)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(unavailable.retryAfterSeconds()));
        write(request, response, HttpStatus.SERVICE_UNAVAILABLE, unavailable.text());
    }

    /** Answers with the text of {@code key} in the language of the request. */
    public void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key, Object... parts)
            throws IOException {
        Locale language = Languages.of(request);
        response.resetBuffer();
        response.setStatus(status.value());
        response.setContentType(JsonContent.TYPE);
        byte[] body = json.writeValueAsString(new Failure(texts.in(language, key, parts)))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}

package com.emlyon.connect.app.web;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.header.HeaderWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests that Tomcat refuses before any filter sees them, above all paths whose percent escapes cannot be
 * decoded, in the format of the contract instead of with a page of Tomcat.
 */
public final class UndecodablePaths extends ErrorReportValve {

    private final List<HeaderWriter> headers = SecurityHeaders.writers();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (HeadTooLarge.isCauseOf(failure, request.getConnector())) {
            response.setStatus(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE.value());
        }
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String text = undecodablePart(request.getRequestURI())
                .map("Failed to decode param '%s'"::formatted)
                .orElseGet(() -> textFor(status));
        try {
            headers.forEach(header -> header.writeHeaders(request, response));
            response.setContentType(JsonContent.TYPE);
            response.getOutputStream()
                    .write(JsonMapper.shared()
                            .writeValueAsString(new Failure(text))
                            .getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("Nobody is left to read the failure", gone);
        }
    }

    private static String textFor(int status) {
        return status == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE.value()
                ? "En-têtes de la requête trop volumineux"
                : ErrorAnswers.isOfTheClient(status) ? "Requête invalide" : "Erreur interne du serveur";
    }

    /** The first segment of a path with percent escapes that are malformed, or not UTF-8. */
    public static Optional<String> undecodablePart(@Nullable String path) {
        return path == null
                ? Optional.empty()
                : Arrays.stream(path.split("/", -1))
                        .filter(part -> !isDecodable(part))
                        .findFirst();
    }

    private static boolean isDecodable(String part) {
        try {
            byte[] bytes = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.ISO_8859_1)
                    .getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (IllegalArgumentException | CharacterCodingException undecodable) {
            return false;
        }
    }
}

package com.emlyon.connect.app.fields;

import com.emlyon.connect.app.web.FailureWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads every body before anything else looks at the request, as the contract has it: JSON or a form, at most 100 KiB;
 * no body, another content type, or an array count as an object without fields. A broken one is refused even without a
 * token. Uploads are left to the route that takes them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class Bodies extends OncePerRequestFilter {

    private static final String FIELDS = Bodies.class.getName() + ".fields";
    private static final int MOST_BYTES = 100 * 1024;

    private final JsonMapper json;
    private final FailureWriter failures;

    Bodies(JsonMapper json, FailureWriter failures) {
        this.json = json;
        this.failures = failures;
    }

    /** The fields of the request's body; an object without fields when there are none. */
    static ObjectNode fieldsOf(HttpServletRequest request) {
        return request.getAttribute(FIELDS) instanceof ObjectNode fields
                ? fields
                : JsonMapper.shared().createObjectNode();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            read(request).ifPresent(fields -> request.setAttribute(FIELDS, fields));
        } catch (TooLarge tooLarge) {
            failures.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "body.tooLarge");
            return;
        } catch (Unreadable unreadable) {
            failures.write(request, response, HttpStatus.BAD_REQUEST, "body.unreadable");
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<ObjectNode> read(HttpServletRequest request) throws IOException {
        String type = mediaType(request.getContentType());
        return switch (type) {
            case "application/json" -> parseJson(bytes(request));
            case "application/x-www-form-urlencoded" -> Optional.of(parseForm(bytes(request)));
            default -> Optional.empty();
        };
    }

    private static String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        String type = end < 0 ? contentType : contentType.substring(0, end);
        return type.trim().toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new TooLarge();
        }
        byte[] sent = atMost(request.getInputStream());
        BodyDigest.keep(request, sent);
        boolean zipped = sent.length > 0 && "gzip".equalsIgnoreCase(request.getHeader("Content-Encoding"));
        return zipped ? unzipped(sent) : sent;
    }

    private static byte[] atMost(InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new TooLarge();
        }
        return bytes;
    }

    private static byte[] unzipped(byte[] bytes) {
        try {
            return atMost(new GZIPInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException notZipped) {
            throw new Unreadable();
        }
    }

    private Optional<ObjectNode> parseJson(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try {
            JsonNode body = json.readTree(bytes);
            return switch (body) {
                case ObjectNode fields -> Optional.of(fields);
                case JsonNode other when other.isArray() -> Optional.empty();
                default -> throw new Unreadable();
            };
        } catch (JacksonException broken) {
            throw new Unreadable();
        }
    }

    private ObjectNode parseForm(byte[] bytes) {
        ObjectNode fields = json.createObjectNode();
        try {
            for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&")) {
                int equals = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                    String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                    // A field given twice is a list, which no field of ours takes.
                    if (fields.has(name)) {
                        fields.putArray(name);
                    } else {
                        fields.put(name, value);
                    }
                }
            }
        } catch (IllegalArgumentException badEscape) {
            throw new Unreadable();
        }
        return fields;
    }

    private static String decode(String escaped) {
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }

    private static final class TooLarge extends RuntimeException {}

    private static final class Unreadable extends RuntimeException {}
}

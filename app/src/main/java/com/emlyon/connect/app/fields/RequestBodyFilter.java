package com.emlyon.connect.app.fields;

import com.emlyon.connect.app.web.FailureWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads every body before the token is checked, as the contract requires: JSON or a form, at most 100 KiB; no body,
 * another content type, or an array count as an object without fields. A malformed body is refused even without a
 * token. Uploads are read by their route.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class RequestBodyFilter extends OncePerRequestFilter {

    private static final String FIELDS = RequestBodyFilter.class.getName() + ".fields";
    private static final String SECONDS_UNTIL_RETRY = "1";
    private static final int BYTES_THAT_SHOW_THE_ENCODING = 4;

    private final JsonMapper json;
    private final FormParser forms;
    private final BodyReader reader;
    private final FailureWriter failures;

    RequestBodyFilter(JsonMapper json, BodyReader reader, FailureWriter failures) {
        this.json = json;
        this.forms = new FormParser(json);
        this.reader = reader;
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
        } catch (BodyRefused refused) {
            refuse(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, BodyRefused refused)
            throws IOException {
        if (refused.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.SUPPORTED);
        } else if (refused.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_RETRY);
        }
        failures.write(request, response, refused.status(), refused.text());
    }

    private Optional<ObjectNode> read(HttpServletRequest request) throws IOException {
        return switch (mediaType(request.getContentType())) {
            case "application/json" -> parseJson(reader.read(request));
            case "application/x-www-form-urlencoded" -> Optional.of(forms.parse(reader.read(request)));
            case "multipart/form-data" -> withoutCoding(request);
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

    /** Tomcat reads uploads, and does not decode codings. */
    private static Optional<ObjectNode> withoutCoding(HttpServletRequest request) {
        if (ContentCoding.of(request) != ContentCoding.IDENTITY) {
            throw BodyRefused.codingUnsupported();
        }
        return Optional.empty();
    }

    private Optional<ObjectNode> parseJson(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        if (!isUtf16Or32(bytes)) {
            Utf8.decode(bytes);
        }
        try {
            JsonNode body = json.readTree(bytes);
            return switch (body) {
                case ObjectNode fields -> Optional.of(fields);
                case JsonNode other when other.isArray() -> Optional.empty();
                default -> throw BodyRefused.unreadable();
            };
        } catch (JacksonException broken) {
            throw BodyRefused.unreadable();
        }
    }

    /** Jackson recognises them by bytes with which JSON in UTF-8 cannot begin, and takes everything else for UTF-8. */
    private static boolean isUtf16Or32(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, BYTES_THAT_SHOW_THE_ENCODING); i++) {
            if (bytes[i] == 0 || bytes[i] == (byte) 0xFE || bytes[i] == (byte) 0xFF) {
                return true;
            }
        }
        return false;
    }
}

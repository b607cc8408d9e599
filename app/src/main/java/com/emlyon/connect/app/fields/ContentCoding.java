package com.emlyon.connect.app.fields;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.http.HttpHeaders;

/** How the content of a body is coded (RFC 9110, 8.4.1). */
enum ContentCoding {
    IDENTITY,
    GZIP,
    DEFLATE;

    /** The codings that can be decoded, as {@code Accept-Encoding} lists them. */
    static final String SUPPORTED = "gzip, deflate";

    /** The coding that a request names; one that is not supported, or several of them, are refused. */
    static ContentCoding of(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING));
        return switch (String.join(",", lines).strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            default -> throw BodyRefused.codingUnsupported();
        };
    }

    /** Decodes a body; refuses it when the result would be longer than allowed. */
    byte[] decode(byte[] coded, int mostBytes) {
        if (this == IDENTITY) {
            return coded;
        }
        try (InputStream decoded = decoded(new ByteArrayInputStream(coded))) {
            byte[] bytes = decoded.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw BodyRefused.tooLarge();
            }
            return bytes;
        } catch (IOException broken) {
            throw BodyRefused.unreadable();
        }
    }

    private InputStream decoded(InputStream coded) throws IOException {
        return this == GZIP ? new GZIPInputStream(coded) : new InflaterInputStream(coded);
    }
}

package com.emlyon.connect.app.live;

import com.emlyon.connect.app.web.JsonContent;
import com.emlyon.connect.app.web.TaggedAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collections;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** A list as an answer, compressed where the client takes that. */
record ListAnswer(ListContent<?> content) implements TaggedAnswer {

    private static final String GZIP = "gzip";

    @Override
    public String tag() {
        return content.tag();
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean compressed = acceptsGzip(request);
        byte[] body = compressed ? content.compressedBody() : content.body();
        if (compressed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        response.setContentType(JsonContent.TYPE);
        response.setContentLength(body.length);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    /** Whether gzip is among the codings that a client takes (RFC 9110, section 12.5.3); it is not where the header makes no sense. */
    private static boolean acceptsGzip(HttpServletRequest request) {
        String header = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)));
        try {
            return AcceptEncoding.parse(new StringReader(header)).stream()
                    .anyMatch(accepted -> accepted.getQuality() > 0 && GZIP.equalsIgnoreCase(accepted.getEncoding()));
        } catch (IOException | IllegalArgumentException senseless) {
            return false;
        }
    }
}

package com.emlyon.connect.app.live;

import com.emlyon.connect.app.web.JsonContent;
import com.emlyon.connect.app.web.TaggedAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** A list as an HTTP response, compressed when the client accepts that. */
record ListAnswer(ListContent<?> content) implements TaggedAnswer {

    @Override
    public String tag() {
        return content.tag();
    }

    @Override
    public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ListCoding coding = AcceptedCodings.of(request).best(ListCoding::isAvailable);
        byte[] body = content.body(coding);
        if (coding != ListCoding.IDENTITY) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, coding.token());
        }
        response.setContentType(JsonContent.TYPE);
        response.setContentLength(body.length);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }
}

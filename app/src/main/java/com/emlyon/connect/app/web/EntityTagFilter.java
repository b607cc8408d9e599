package com.emlyon.connect.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Adds a weak entity tag, made of the bytes of the body, to answers to GET and HEAD below {@code /api} (in any case),
 * and evaluates the conditions of the request ({@link Preconditions}): it answers 304 or 412 where they demand it.
 * Spring's own filter supports only GET.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
public class EntityTagFilter extends OncePerRequestFilter {

    private static final String ANSWERS = "/api/";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String LEFT_OUT = EntityTagFilter.class.getName() + ".leftOut";

    private static final String TAGGED = EntityTagFilter.class.getName() + ".tagged";
    private static final String TAG = EntityTagFilter.class.getName() + ".tag";

    private final FailureWriter failures;

    EntityTagFilter(FailureWriter failures) {
        this.failures = failures;
    }

    /** Excludes the answer to this request: it is streamed, without a tag. */
    public static void leaveOut(HttpServletRequest request) {
        request.setAttribute(LEFT_OUT, true);
    }

    /**
     * Sets the answer to the request. It is written when all other filters are done, so that a slow client does not
     * occupy them.
     */
    public static void answerWith(HttpServletRequest request, TaggedAnswer answer) {
        request.setAttribute(TAGGED, answer);
    }

    /** Sets a tag for the answer to this request that is not made of its bytes. */
    public static void tagWith(HttpServletRequest request, String tag) {
        request.setAttribute(TAG, tag);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READING.contains(request.getMethod())
                || !request.getRequestURI().regionMatches(true, 0, ANSWERS, 0, ANSWERS.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Kept answer = new Kept(request, response);
        chain.doFilter(request, answer);
        if (request.getAttribute(TAGGED) instanceof TaggedAnswer tagged) {
            finish(request, response, tagged);
        } else if (answer.getStatus() == HttpStatus.OK.value() && !isLeftOut(request) && !response.isCommitted()) {
            finish(request, response, answer);
        } else {
            answer.copyBodyToResponse();
        }
    }

    private void finish(HttpServletRequest request, HttpServletResponse response, TaggedAnswer answer)
            throws IOException {
        String tag = answer.tag();
        response.setHeader(HttpHeaders.ETAG, tag);
        switch (Preconditions.of(request, tag, Optional.empty())) {
            case SEND -> answer.write(request, response);
            case NOT_MODIFIED -> response.setStatus(HttpStatus.NOT_MODIFIED.value());
            case FAILED -> failures.write(request, response, HttpStatus.PRECONDITION_FAILED, "precondition.failed");
        }
    }

    private static boolean isLeftOut(HttpServletRequest request) {
        return request.getAttribute(LEFT_OUT) != null;
    }

    /** Buffers the answer until its tag is known, unless it is excluded. */
    private static final class Kept extends ContentCachingResponseWrapper implements TaggedAnswer {

        private final HttpServletRequest request;

        Kept(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public String tag() {
            return request.getAttribute(TAG) instanceof String given
                    ? given
                    : "W/\"0%s\"".formatted(DigestUtils.md5DigestAsHex(getContentAsByteArray()));
        }

        @Override
        public void write(HttpServletRequest known, HttpServletResponse response) throws IOException {
            copyBodyToResponse();
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return isLeftOut(request) ? getResponse().getOutputStream() : super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return isLeftOut(request) ? getResponse().getWriter() : super.getWriter();
        }
    }
}

package com.emlyon.connect.app.web;

import com.emlyon.connect.app.settings.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets pages of the allowed origins call the API, as the contract demands: every OPTIONS request is a preflight, and a
 * request from another origin is served, too, but without the header that lets a page read the answer. (Spring's own
 * filter refuses such requests.)
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Cors extends OncePerRequestFilter {

    /**
     * In characters. Longer lists are not echoed: no page sends so many headers, and the head of an answer has less
     * room than that of a request.
     */
    private static final int LONGEST_ECHO = 4_096;

    private final Set<String> origins;

    Cors(Settings settings) {
        this.origins = Set.copyOf(settings.origins());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            answerPreflight(request, response);
            return;
        }
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        chain.doFilter(request, response);
    }

    private static void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.VARY, "Origin, Access-Control-Request-Headers");
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET,HEAD,PUT,PATCH,POST,DELETE");
        String wished = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (wished != null && wished.length() <= LONGEST_ECHO) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, wished);
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}

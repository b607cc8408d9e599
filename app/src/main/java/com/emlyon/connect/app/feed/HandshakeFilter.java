package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.settings.Settings;
import com.emlyon.connect.app.web.FailureWriter;
import com.emlyon.connect.app.websocket.OpeningHandshake;
import com.emlyon.connect.app.websocket.OpeningHandshakeRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps WebSocket and HTTP apart, as the contract has it: an upgrade elsewhere is a mistake, a page at a feed's path unknown. Pages
 * of other origins are kept out, as a browser would let them use a student's token. A handshake that breaks its rules is refused
 * before anything else looks at the request, and before any of its body is read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class HandshakeFilter extends OncePerRequestFilter {

    static final String FOR_EVERYBODY = "/ws";
    static final String FOR_ADMINS = "/ws/admin";

    private static final Set<String> PATHS = Set.of(FOR_EVERYBODY, FOR_ADMINS);

    private final FailureWriter failures;
    private final Settings settings;
    private final boolean compression;

    HandshakeFilter(FailureWriter failures, Settings settings, FeedSettings feedSettings) {
        this.failures = failures;
        this.settings = settings;
        this.compression = feedSettings.compression();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upgrade = OpeningHandshake.isRequested(request);
        boolean feed = PATHS.contains(request.getRequestURI());
        if (upgrade && !(feed && OpeningHandshake.isValid(request))) {
            failures.write(request, response, HttpStatus.BAD_REQUEST, "request.invalid");
        } else if (feed && !upgrade) {
            failures.write(request, response, HttpStatus.NOT_FOUND, "route.unknown");
        } else if (feed && !isFromAllowedPage(request)) {
            failures.write(request, response, HttpStatus.FORBIDDEN, "forbidden");
        } else if (feed && !OpeningHandshake.isOfSupportedVersion(request)) {
            response.setHeader(HttpHeaders.UPGRADE, "websocket");
            response.setHeader(OpeningHandshake.VERSION_HEADER, OpeningHandshake.VERSION);
            failures.write(request, response, HttpStatus.UPGRADE_REQUIRED, "request.invalid");
        } else {
            chain.doFilter(feed ? new OpeningHandshakeRequest(request, compression) : request, response);
        }
    }

    /** Programs send no origin; pages always do, and cannot choose it. */
    private boolean isFromAllowedPage(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || settings.origins().contains(origin);
    }
}

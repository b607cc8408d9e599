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
 * Keeps WebSocket and HTTP requests apart as the contract requires: an upgrade of another path is answered with 400, a
 * plain request to the path of a feed with 404. Handshakes of pages of other origins are refused, as a browser would
 * let such pages use a student's token. An invalid handshake is refused before any other code looks at the request, and
 * before any of its body is read.
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

    /** Clients that are no browsers send no origin; browsers always do, and pages cannot choose it. */
    private boolean isFromAllowedPage(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || settings.origins().contains(origin);
    }
}

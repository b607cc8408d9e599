package com.emlyon.connect.app.feed;

import com.emlyon.connect.app.settings.Settings;
import com.emlyon.connect.app.web.FailureWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps WebSocket and HTTP apart, as the contract has it: an upgrade elsewhere is a mistake, a page at a feed's path unknown. Pages
 * of other origins are kept out, as a browser would let them use a student's token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class FeedDoor extends OncePerRequestFilter {

    static final String FOR_EVERYBODY = "/ws";
    static final String FOR_ADMINS = "/ws/admin";

    private static final Set<String> PATHS = Set.of(FOR_EVERYBODY, FOR_ADMINS);

    private final FailureWriter failures;
    private final Settings settings;
    private final boolean compression;

    FeedDoor(FailureWriter failures, Settings settings, FeedSettings feedSettings) {
        this.failures = failures;
        this.settings = settings;
        this.compression = feedSettings.compression();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upgrade = "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
        boolean feed = PATHS.contains(request.getRequestURI());
        if (upgrade && !(feed && isReadable(request))) {
            failures.write(request, response, HttpStatus.BAD_REQUEST, "request.invalid");
        } else if (feed && !upgrade) {
            failures.write(request, response, HttpStatus.NOT_FOUND, "route.unknown");
        } else if (feed && !isFromAllowedPage(request)) {
            failures.write(request, response, HttpStatus.FORBIDDEN, "forbidden");
        } else {
            chain.doFilter(feed && !compression ? new Uncompressed(request) : request, response);
        }
    }

    /** Tomcat takes the address of a socket, and its parameters, for such as can be parsed. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            String query = request.getQueryString();
            return query == null || (request.getParameterMap() != null && new URI("?" + query).getRawQuery() != null);
        } catch (InvalidParameterException | URISyntaxException broken) {
            return false;
        }
    }

    /** Programs send no origin; pages always do, and cannot choose it. */
    private boolean isFromAllowedPage(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || settings.origins().contains(origin);
    }

    /** Offers no extensions: compression would be done anew for every client. */
    private static final class Uncompressed extends HttpServletRequestWrapper {

        private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

        Uncompressed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return EXTENSIONS.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return EXTENSIONS.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }
}

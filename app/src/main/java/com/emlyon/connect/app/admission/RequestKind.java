package com.emlyon.connect.app.admission;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.util.UriUtils;

/** What a request takes while it is served, and so how many of its kind are served at once. */
enum RequestKind {

    /** Takes the processor. */
    READ,

    /** Waits for the disk, together with others. */
    WRITE,

    /** Waits in a queue of its own, or for its client, which may be slow. */
    SLOW;

    private static final String HEALTH = "/api/health";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> SLOW_PATHS =
            List.of("/api/auth/", "/api/users/me/avatar", "/api/users/me/password", "/api/users/me/export");

    /** The kind of a request to the API; empty for health, and for whatever is no part of it. */
    static Optional<RequestKind> of(HttpServletRequest request) {
        String path = path(request);
        if (!path.startsWith("/api/") || path.equals(HEALTH) || path.equals(HEALTH + "/")) {
            return Optional.empty();
        }
        if (SLOW_PATHS.stream().anyMatch(path::startsWith) || isFarewell(request, path)) {
            return Optional.of(SLOW);
        }
        return Optional.of(READING.contains(request.getMethod()) ? READ : WRITE);
    }

    /** As routes are compared: decoded, in any case, and without parameters. An escaped slash separates nothing. */
    private static String path(HttpServletRequest request) {
        return Arrays.stream(request.getRequestURI().split("/", -1))
                .map(part -> decoded(part.replaceFirst(";.*", "")).replace('/', ' '))
                .collect(joining("/"))
                .toLowerCase(Locale.ROOT);
    }

    private static String decoded(String part) {
        try {
            return UriUtils.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return part;
        }
    }

    /** The deletion of an account asks for its password. */
    private static boolean isFarewell(HttpServletRequest request, String path) {
        return request.getMethod().equals("DELETE") && (path.equals("/api/users/me") || path.equals("/api/users/me/"));
    }
}

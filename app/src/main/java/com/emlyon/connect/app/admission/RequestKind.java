package com.emlyon.connect.app.admission;

import com.emlyon.connect.app.web.Paths;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/** Requests by the resource that they use or wait for. How many are served at once depends on it. */
enum RequestKind {

    /** Uses the processor. */
    READ,

    /** Waits for the disk, like many others at the same time. */
    WRITE,

    /** Waits in a queue of its own, or for its client, which may be slow. */
    SLOW;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final List<PathPattern> API = patterns("/api/**");
    private static final List<PathPattern> HEALTH = patterns("/api/health", "/api/health/");
    private static final List<PathPattern> SLOW_PATHS =
            patterns("/api/auth/**", "/api/users/me/avatar/**", "/api/users/me/password/**", "/api/users/me/export/**");

    /** Only its deletion is slow, because it checks the password. */
    private static final List<PathPattern> OWN_ACCOUNT = patterns("/api/users/me", "/api/users/me/");

    /** Returns the kind of a request to the API; empty for the health check, and for paths outside of the API. */
    static Optional<RequestKind> of(HttpServletRequest request) {
        PathContainer path = path(request.getRequestURI());
        if (!match(API, path) || match(HEALTH, path)) {
            return Optional.empty();
        }
        boolean deletes = request.getMethod().equals("DELETE");
        if (match(SLOW_PATHS, path) || (deletes && match(OWN_ACCOUNT, path))) {
            return Optional.of(SLOW);
        }
        return Optional.of(READING.contains(request.getMethod()) ? READ : WRITE);
    }

    private static List<PathPattern> patterns(String... patterns) {
        return Stream.of(patterns).map(Paths.anyCase()::parse).toList();
    }

    private static boolean match(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static PathContainer path(String uri) {
        try {
            return PathContainer.parsePath(uri);
        } catch (IllegalArgumentException undecodable) {
            return PathContainer.parsePath(uri, PathContainer.Options.create('/', false));
        }
    }
}

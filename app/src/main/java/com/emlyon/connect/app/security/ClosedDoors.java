package com.emlyon.connect.app.security;

import com.emlyon.connect.app.web.Paths;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;

/** The doors that are closed without a token. */
@Component
public class ClosedDoors {

    private static final List<String> PATHS = List.of("/api/checkins/**", "/api/events/**", "/api/users/**");

    private final List<PathPattern> patterns =
            PATHS.stream().map(Paths.anyCase()::parse).toList();

    /** Whether the path lies behind one of them. */
    public boolean close(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return patterns.stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    RequestMatcher requests() {
        var paths = PathPatternRequestMatcher.withPathPatternParser(Paths.anyCase());
        return new OrRequestMatcher(PATHS.stream().map(paths::matcher).toArray(RequestMatcher[]::new));
    }
}

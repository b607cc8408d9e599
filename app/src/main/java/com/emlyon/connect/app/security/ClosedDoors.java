package com.emlyon.connect.app.security;

import com.emlyon.connect.app.web.Paths;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;

/** The doors that are closed without a token, and those among them that open only to administrators. */
@Component
public class ClosedDoors {

    private static final String FOR_ADMINS = "/api/admin/**";
    private static final List<String> PATHS =
            List.of("/api/checkins/**", "/api/events/**", "/api/users/**", "/api/ws-tickets/**", FOR_ADMINS);

    private final List<PathPattern> patterns =
            PATHS.stream().map(Paths.anyCase()::parse).toList();
    private final PathPattern patternForAdmins = Paths.anyCase().parse(FOR_ADMINS);

    /** Whether the path lies behind one of them. */
    public boolean close(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return patterns.stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    /** Whether the path lies behind one that opens only to administrators. */
    public boolean openOnlyToAdmins(String path) {
        return patternForAdmins.matches(PathContainer.parsePath(path));
    }

    RequestMatcher requests() {
        return new OrRequestMatcher(PATHS.stream().map(ClosedDoors::matching).toArray(RequestMatcher[]::new));
    }

    RequestMatcher requestsOfAdmins() {
        return matching(FOR_ADMINS);
    }

    private static RequestMatcher matching(String path) {
        return PathPatternRequestMatcher.withPathPatternParser(Paths.anyCase()).matcher(path);
    }
}

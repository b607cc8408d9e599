package com.emlyon.connect.app.security;

import com.emlyon.connect.app.web.Paths;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** The paths that require a token, and those among them that only administrators may use. */
@Component
public class ProtectedPaths {

    private static final List<String> FOR_STUDENTS =
            List.of("/api/checkins/**", "/api/events/**", "/api/users/**", "/api/ws-tickets/**");
    private static final List<String> FOR_ADMINS = List.of("/api/admin/**");
    private static final List<String> DOCUMENTATION = List.of("/v3/**", "/swagger-ui/**", "/swagger-ui.html");

    private final List<String> paths;
    private final List<String> pathsForAdmins;

    ProtectedPaths(@Value("${connect.documentation.open:false}") boolean documentationIsOpen) {
        pathsForAdmins = documentationIsOpen ? FOR_ADMINS : joined(FOR_ADMINS, DOCUMENTATION);
        paths = joined(FOR_STUDENTS, pathsForAdmins);
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Whether requests of the path require a token. */
    public boolean close(String path) {
        return isBelow(paths, path);
    }

    /** Whether only administrators may use the path. */
    public boolean openOnlyToAdmins(String path) {
        return isBelow(pathsForAdmins, path);
    }

    private static boolean isBelow(List<String> doors, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return doors.stream().map(Paths.anyCase()::parse).anyMatch(pattern -> pattern.matches(parsed));
    }

    RequestMatcher requests() {
        return anyOf(paths);
    }

    RequestMatcher requestsOfAdmins() {
        return anyOf(pathsForAdmins);
    }

    private static RequestMatcher anyOf(List<String> paths) {
        return new OrRequestMatcher(paths.stream().map(ProtectedPaths::matching).toArray(RequestMatcher[]::new));
    }

    private static RequestMatcher matching(String path) {
        return PathPatternRequestMatcher.withPathPatternParser(Paths.anyCase()).matcher(path);
    }
}

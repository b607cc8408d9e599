package com.emlyon.connect.attack;

import com.emlyon.connect.app.TestNode;
import com.emlyon.connect.app.fields.RequestFields;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A route as the running service has it, so that one that is added tomorrow is attacked, too.
 *
 * @param path with its variables in braces
 * @param fields the names of the fields that it reads from a body
 */
record Route(String method, String path, List<String> fields) {

    /** Says names of packages, as an administrator asks for them, and would turn off the log to which the fuzz run listens. */
    private static final String LOG_LEVELS = "/api/admin/log-levels";

    /** All routes of students and administrators but one, and that of pictures. */
    static List<Route> of(TestNode node) {
        return node
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .flatMap(Route::routes)
                .filter(route ->
                        route.path().startsWith("/api/") || route.path().startsWith("/uploads/"))
                .filter(route -> !route.path().startsWith(LOG_LEVELS))
                .sorted(Comparator.comparing(Route::toString))
                .toList();
    }

    private static Stream<Route> routes(Map.Entry<RequestMappingInfo, HandlerMethod> mapped) {
        List<String> fields = Arrays.stream(mapped.getValue().getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestFields.class))
                .map(MethodParameter::getParameterType)
                .flatMap(body -> Arrays.stream(body.getRecordComponents()))
                .map(component -> component.getName())
                .toList();
        RequestMappingInfo info = mapped.getKey();
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(
                        method -> info.getPatternValues().stream().map(path -> new Route(method.name(), path, fields)));
    }

    boolean hasVariable() {
        return path.contains("{");
    }

    boolean isForAdmins() {
        return path.startsWith("/api/admin/");
    }

    /** The path with the same text for every variable. */
    String pathTo(String variable) {
        return path.replaceAll("\\{[^}]+}", variable);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

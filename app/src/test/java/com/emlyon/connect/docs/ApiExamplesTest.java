package com.emlyon.connect.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.emlyon.connect.app.TestNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** {@code docs/api-examples.http} shows every route that the service has, and none that it has not. */
class ApiExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("(?m)^([A-Z]+) \\{\\{host}}([^?\\s]+)");

    private final List<Example> examples = EXAMPLE.matcher(
                    Page.named("api-examples.http").text())
            .results()
            .map(found -> new Example(found.group(1), found.group(2).replaceAll("\\{\\{\\w+}}", "0")))
            .toList();
    private final List<Route> routes = routesOf(TestNode.shared());

    @Test
    void everyRouteHasAnExample() {
        assertThat(routes)
                .hasSizeGreaterThan(15)
                .allSatisfy(route -> assertThat(examples).anyMatch(route::takes));
    }

    @Test
    void everyExampleHasARoute() {
        assertThat(examples).allSatisfy(example -> assertThat(routes).anyMatch(route -> route.takes(example)));
    }

    /** The routes that clients call; failures come from {@code /error}, which they do not. */
    private static List<Route> routesOf(TestNode node) {
        WebApplicationContext context =
                Objects.requireNonNull(node.bean(DispatcherServlet.class).getWebApplicationContext());
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(handler -> handler.getValue().getBeanType().getName().startsWith("com.emlyon.connect."))
                .map(Map.Entry::getKey)
                .flatMap(route -> route.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> route.getPatternValues().stream()
                                .map(path -> new Route(method.name(), PathPatternParser.defaultInstance.parse(path)))))
                .toList();
    }

    private record Example(String method, String path) {}

    private record Route(String method, PathPattern path) {

        boolean takes(Example example) {
            return method.equals(example.method()) && path.matches(PathContainer.parsePath(example.path()));
        }
    }
}

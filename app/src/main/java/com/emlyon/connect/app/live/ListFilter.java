package com.emlyon.connect.app.live;

import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.security.TokenClaims;
import com.emlyon.connect.app.web.EntityTagFilter;
import com.emlyon.connect.app.web.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Answers requests for lists with bytes that the live read model has ready. The filter passes on requests without a
 * valid token, and all requests while memory is behind the tables; the controller then reads the same list from the
 * tables.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 33)
class ListFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final Logger log = LoggerFactory.getLogger(ListFilter.class);

    private final LiveReadModel model;
    private final Sessions sessions;
    private final Map<String, ListSource<?, ?>> sources;

    ListFilter(LiveReadModel model, Sessions sessions, List<ListSource<?, ?>> sources) {
        this.model = model;
        this.sessions = sessions;
        this.sources = sources.stream().collect(Collectors.toMap(ListSource::path, Function.identity()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<ListContent<?>> content = READING.contains(request.getMethod()) ? content(request) : Optional.empty();
        if (content.isPresent()) {
            ServerHttpObservationFilter.findObservationContext(request)
                    .ifPresent(context -> context.setPathPattern(path(request)));
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            EntityTagFilter.answerWith(request, new ListAnswer(content.get()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<ListContent<?>> content(HttpServletRequest request) {
        return Optional.<ListSource<?, ?>>ofNullable(sources.get(path(request)))
                .flatMap(source -> sessions.passOf(request).flatMap(caller -> content(source, caller, request)));
    }

    private Optional<ListContent<?>> content(ListSource<?, ?> source, TokenClaims caller, HttpServletRequest request) {
        try {
            return model.upToDate(source, caller, Parameters.of(request::getParameter));
        } catch (Problem problem) {
            log.debug("The controller says what is wrong with the request", problem);
            return Optional.empty();
        }
    }

    /** Lower case, as routing is case-insensitive; any other variant of a path is left to the controllers. */
    private static String path(HttpServletRequest request) {
        return request.getRequestURI().toLowerCase(Locale.ROOT);
    }
}

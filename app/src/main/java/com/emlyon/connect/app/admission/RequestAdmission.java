package com.emlyon.connect.app.admission;

import com.emlyon.connect.app.availability.TemporarilyUnavailable;
import com.emlyon.connect.app.security.Sessions;
import com.emlyon.connect.app.web.FailureWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Admits as many requests as can be served well, and answers 503 to the others before they use the database. This
 * filter runs after the filter that reads request bodies, and inside the one that writes answers, so that a slow client
 * does not keep a place. Requests for health and metrics are not limited.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 32)
@EnableConfigurationProperties(RequestLimits.class)
class RequestAdmission extends OncePerRequestFilter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Map<RequestKind, RequestQueue> queues = new EnumMap<>(RequestKind.class);
    private final Sessions sessions;
    private final FailureWriter failures;
    private final Counter refused;

    RequestAdmission(RequestLimits limits, Sessions sessions, FailureWriter failures, MeterRegistry meters) {
        this.sessions = sessions;
        this.failures = failures;
        this.refused = Counter.builder("connect.requests.refused")
                .description("Requests that found no place")
                .register(meters);
        queues.put(RequestKind.READ, new RequestQueue(limits.reads().limit(), limits.longestWait()));
        queues.put(RequestKind.WRITE, new RequestQueue(limits.writes().limit(), limits.longestWait()));
        queues.put(RequestKind.SLOW, new RequestQueue(limits.slow().limit(), limits.longestWait()));
        queues.forEach((kind, queue) -> measure(kind, queue, meters));
    }

    private static void measure(RequestKind kind, RequestQueue queue, MeterRegistry meters) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        Gauge.builder("connect.requests.running", queue, RequestQueue::running)
                .description("Requests that are served at the moment")
                .tag("kind", name)
                .register(meters);
        Gauge.builder("connect.requests.waiting", queue, RequestQueue::waiting)
                .description("Requests that wait for their turn")
                .tag("kind", name)
                .register(meters);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<RequestQueue> queue = RequestKind.of(request).map(queues::get);
        if (queue.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> account = account(request);
        String name = account.orElseGet(() -> "address " + request.getRemoteAddr());
        if (!enters(queue.get(), name, account.isPresent())) {
            refused.increment();
            failures.write(request, response, new TemporarilyUnavailable(RETRY_AFTER, "busy"));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            queue.get().leave(name);
        }
    }

    private static boolean enters(RequestQueue queue, String name, boolean bounded) {
        try {
            return queue.enter(name, bounded);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The account that the token names, without a check whether the token is still valid. */
    private Optional<String> account(HttpServletRequest request) {
        return sessions.passOf(request).map(pass -> pass.account().value());
    }
}

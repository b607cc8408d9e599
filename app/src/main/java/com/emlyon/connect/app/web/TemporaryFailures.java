package com.emlyon.connect.app.web;

import com.emlyon.connect.app.availability.TemporarilyUnavailable;
import com.emlyon.platform.eventstore.database.DatabaseAvailability;
import com.emlyon.platform.eventstore.personal.MasterKeyAvailability;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers temporary failures before a route is reached, such as in the check of a session, as {@link Failures} would.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 28)
class TemporaryFailures extends OncePerRequestFilter {

    private final FailureWriter failures;
    private final DatabaseAvailability availability;
    private final MasterKeyAvailability masterKeys;

    TemporaryFailures(FailureWriter failures, DatabaseAvailability availability, MasterKeyAvailability masterKeys) {
        this.masterKeys = masterKeys;
        this.availability = availability;
        this.failures = failures;
    }

    private static boolean isServedFromTheDatabase(HttpServletRequest request) {
        String path = request.getRequestURI().toLowerCase(Locale.ROOT);
        return path.startsWith("/api/") && !path.startsWith("/api/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (masterKeys.isMissing() && isServedFromTheDatabase(request)) {
            failures.write(request, response, new TemporarilyUnavailable(TemporarilyUnavailable.RETRY_AFTER));
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException failure) {
            Optional<TemporarilyUnavailable> unavailable = TemporarilyUnavailable.in(failure);
            if (response.isCommitted() || unavailable.isEmpty() && !availability.report(failure)) {
                throw failure;
            }
            failures.write(request, response, unavailable.orElseGet(() -> new TemporarilyUnavailable(failure)));
        }
    }
}

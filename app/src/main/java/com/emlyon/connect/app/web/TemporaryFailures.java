package com.emlyon.connect.app.web;

import com.emlyon.connect.app.availability.DatabaseFailures;
import com.emlyon.connect.app.availability.TemporarilyUnavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers what fails for a while before a route is reached, such as the look at a session, as {@link Failures} would. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 28)
class TemporaryFailures extends OncePerRequestFilter {

    private final FailureWriter failures;

    TemporaryFailures(FailureWriter failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException failure) {
            Optional<TemporarilyUnavailable> unavailable = TemporarilyUnavailable.in(failure);
            if (response.isCommitted() || unavailable.isEmpty() && !DatabaseFailures.isTemporary(failure)) {
                throw failure;
            }
            failures.write(request, response, unavailable.orElseGet(() -> new TemporarilyUnavailable(failure)));
        }
    }
}

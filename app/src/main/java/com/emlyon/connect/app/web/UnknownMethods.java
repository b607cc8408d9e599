package com.emlyon.connect.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers methods that no route supports as an unknown route, as the contract demands. This filter comes after those
 * that check the token, and before the servlet, which would echo a TRACE.
 */
@Component
@Order(UnknownMethods.BEHIND_THE_TOKEN)
class UnknownMethods extends OncePerRequestFilter {

    /** The filter of Spring Security has the order -100. */
    static final int BEHIND_THE_TOKEN = 0;

    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final FailureWriter failures;

    UnknownMethods(FailureWriter failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (KNOWN.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            failures.write(request, response, HttpStatus.NOT_FOUND, "route.unknown");
        }
    }
}

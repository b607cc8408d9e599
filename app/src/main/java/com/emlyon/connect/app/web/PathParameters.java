package com.emlyon.connect.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses path parameters (after a semicolon) that cannot be decoded: Tomcat ignores them, and Spring fails on them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class PathParameters extends OncePerRequestFilter {

    private final FailureWriter failures;

    PathParameters(FailureWriter failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (UndecodablePaths.undecodablePart(request.getRequestURI()).isPresent()) {
            failures.write(request, response, HttpStatus.BAD_REQUEST, "request.invalid");
        } else {
            chain.doFilter(request, response);
        }
    }
}

package com.emlyon.connect.app.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes every request that was answered with 429, whichever limit it exceeded. The trail enters one such note for each
 * caller and address in a period.
 */
@Component
class ThrottledTries extends OncePerRequestFilter {

    private final AuditTrail trail;

    ThrottledTries(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            trail.note(Note.of(Kind.TRY_THROTTLED));
        }
    }
}

package com.emlyon.connect.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authenticates requests to protected paths by their bearer token; the authorization rules of Spring Security then
 * decide.
 */
final class TokenFilter extends OncePerRequestFilter {

    static final String TEXT_FOR_FAILURE = TokenFilter.class.getName() + ".text";
    private static final Logger log = LoggerFactory.getLogger(TokenFilter.class);
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final RequestMatcher closedDoors;

    TokenFilter(Sessions sessions, RequestMatcher closedDoors) {
        this.sessions = sessions;
        this.closedDoors = closedDoors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !closedDoors.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER) || header.length() == BEARER.length()) {
            request.setAttribute(TEXT_FOR_FAILURE, "token.missing");
        } else {
            Optional<Session> session = sessions.behind(header.substring(BEARER.length()));
            if (session.isPresent()) {
                SecurityContextHolder.getContext()
                        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                session.get().account(),
                                session.get(),
                                session.get().role().authorities()));
            } else {
                log.info("Refused a {} request with an invalid token", request.getMethod());
                request.setAttribute(TEXT_FOR_FAILURE, "token.invalid");
            }
        }
        chain.doFilter(request, response);
    }
}

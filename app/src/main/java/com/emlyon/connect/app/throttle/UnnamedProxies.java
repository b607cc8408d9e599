package com.emlyon.connect.app.throttle;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.Globals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs a warning when a request has {@code X-Forwarded-For} but comes from an address that {@code TRUSTED_PROXIES} does
 * not name. That is either a forgotten proxy of the operator, behind which all students share one address, or a client
 * that forges the header. Logged at most once an hour, because any client can cause it.
 */
@Component
class UnnamedProxies extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(UnnamedProxies.class);
    private static final String CLAIM = "X-Forwarded-For";
    private static final Duration QUIET = Duration.ofHours(1);

    private final Clock clock;
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.EPOCH);

    UnnamedProxies(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(CLAIM) != null && !isBelieved(request) && isTime()) {
            log.warn(
                    "{} comes from somebody whom TRUSTED_PROXIES does not name, and is not believed: if that is a proxy in"
                            + " front of this service, all who come through it share their tries (said once an hour)",
                    CLAIM);
        }
        chain.doFilter(request, response);
    }

    /** Tomcat sets this attribute when it has accepted the header of a trusted proxy. */
    private static boolean isBelieved(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE));
    }

    private boolean isTime() {
        Instant now = clock.instant();
        Instant until = quietUntil.get();
        return !now.isBefore(until) && quietUntil.compareAndSet(until, now.plus(QUIET));
    }
}
